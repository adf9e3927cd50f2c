// node_modules/documentolog-embed/widget.js
async function z(R, A) {
  class w {
    static __wrap(e) {
      let t2 = Object.create(w.prototype);
      return t2.__wbg_ptr = e, T.register(t2, t2.__wbg_ptr, t2), t2;
    }
    __destroy_into_raw() {
      let e = this.__wbg_ptr;
      return this.__wbg_ptr = 0, T.unregister(this), e;
    }
    free() {
      let e = this.__destroy_into_raw();
      o.__wbg_widgetsession_free(e, 0);
    }
    close() {
      o.widgetsession_close(this.__wbg_ptr);
    }
    get outcome() {
      return o.widgetsession_outcome(this.__wbg_ptr);
    }
    get phase() {
      let e, t2;
      try {
        let n = o.widgetsession_phase(this.__wbg_ptr);
        return e = n[0], t2 = n[1], f2(n[0], n[1]);
      } finally {
        o.__wbindgen_free(e, t2, 1);
      }
    }
    retry() {
      o.widgetsession_retry(this.__wbg_ptr);
    }
  }
  Symbol.dispose && (w.prototype[Symbol.dispose] = w.prototype.free);
  function v2(_, e, t2, n, r, c) {
    let a = o.open(_, e, t2, i(n) ? 0 : u(n), i(r) ? 0 : u(r), i(c) ? 0 : u(c));
    return w.__wrap(a);
  }
  function k(_) {
    let e = o.preconnect(_);
    if (e[1]) throw N(e[0]);
  }
  function x(_) {
    o.setErrorClass(_);
  }
  function p() {
    return { __proto__: null, "./documentolog_embed_bg.js": { __proto__: null, __wbg___wbindgen_boolean_get_4f1baf9a00be3c74: function(e) {
      let t2 = e, n = typeof t2 == "boolean" ? t2 : void 0;
      return i(n) ? 16777215 : n ? 1 : 0;
    }, __wbg___wbindgen_is_falsy_d864b623500ae65d: function(e) {
      return !e;
    }, __wbg___wbindgen_is_function_741ff2bb612836f5: function(e) {
      return typeof e == "function";
    }, __wbg___wbindgen_is_null_c22311b1cc228e3a: function(e) {
      return e === null;
    }, __wbg___wbindgen_is_object_8b968c3ab8e96595: function(e) {
      let t2 = e;
      return typeof t2 == "object" && t2 !== null;
    }, __wbg___wbindgen_is_string_fc456fee5d3317de: function(e) {
      return typeof e == "string";
    }, __wbg___wbindgen_is_undefined_be5b34249ff1fc15: function(e) {
      return e === void 0;
    }, __wbg___wbindgen_number_get_934b640d0889af78: function(e, t2) {
      let n = t2, r = typeof n == "number" ? n : void 0;
      d().setFloat64((e >>> 0) + 8, i(r) ? 0 : r, true), d().setInt32((e >>> 0) + 0, !i(r), true);
    }, __wbg___wbindgen_string_get_7ce8eee7fd327545: function(e, t2) {
      let n = t2, r = typeof n == "string" ? n : void 0;
      var c = i(r) ? 0 : I(r, o.__wbindgen_malloc, o.__wbindgen_realloc), a = O2;
      d().setInt32((e >>> 0) + 4, a, true), d().setInt32((e >>> 0) + 0, c, true);
    }, __wbg___wbindgen_throw_4c88d8bf264fd984: function(e, t2) {
      throw new Error(f2(e, t2));
    }, __wbg__wbg_cb_unref_09736879a3f67559: function(e) {
      e._wbg_cb_unref();
    }, __wbg_abort_f8d1589eb0c65ee2: function(e) {
      e.abort();
    }, __wbg_aborted_31456edf1be00084: function(e) {
      return e.aborted;
    }, __wbg_activeElement_f9fa238dd2650f32: function(e) {
      let t2 = e.activeElement;
      return i(t2) ? 0 : u(t2);
    }, __wbg_addEventListener_f2d27251d333a631: function() {
      return s(function(e, t2, n, r, c) {
        e.addEventListener(f2(t2, n), r, c);
      }, arguments);
    }, __wbg_allowsFeature_acd8a2132360edf1: function(e, t2, n, r, c) {
      return e.allowsFeature(f2(t2, n), f2(r, c));
    }, __wbg_appendChild_dbf7ad2f48413560: function() {
      return s(function(e, t2) {
        return e.appendChild(t2);
      }, arguments);
    }, __wbg_assign_6b6bb30388088072: function(e, t2) {
      return Object.assign(e, t2);
    }, __wbg_attachShadow_ebe844ae64e30ce4: function() {
      return s(function(e, t2) {
        return e.attachShadow(t2);
      }, arguments);
    }, __wbg_blockedURI_948e1f1e570fa692: function(e, t2) {
      let n = t2.blockedURI, r = I(n, o.__wbindgen_malloc, o.__wbindgen_realloc), c = O2;
      d().setInt32((e >>> 0) + 4, c, true), d().setInt32((e >>> 0) + 0, r, true);
    }, __wbg_body_5f971cbc6950ca4f: function(e) {
      let t2 = e.body;
      return i(t2) ? 0 : u(t2);
    }, __wbg_call_a410eb4b59ed5965: function() {
      return s(function(e, t2, n) {
        return e.call(t2, n);
      }, arguments);
    }, __wbg_call_fc92fee6137d452d: function() {
      return s(function(e, t2, n, r) {
        return e.call(t2, n, r);
      }, arguments);
    }, __wbg_clearTimeout_fd2c5dfcf4c67f84: function(e, t2) {
      e.clearTimeout(t2);
    }, __wbg_close_4c46ff8802ca60e6: function(e) {
      e.close();
    }, __wbg_construct_8670bb4c2b062969: function() {
      return s(function(e, t2) {
        return Reflect.construct(e, t2);
      }, arguments);
    }, __wbg_contains_743aa7c94499c269: function(e, t2) {
      return e.contains(t2);
    }, __wbg_contentDocument_40ecd38af86856b1: function(e) {
      let t2 = e.contentDocument;
      return i(t2) ? 0 : u(t2);
    }, __wbg_contentWindow_a8b1756e49695176: function(e) {
      let t2 = e.contentWindow;
      return i(t2) ? 0 : u(t2);
    }, __wbg_createElement_de4a31ed2fb252be: function() {
      return s(function(e, t2, n) {
        return e.createElement(f2(t2, n));
      }, arguments);
    }, __wbg_data_c7e5e8500f1bca2f: function(e) {
      return e.data;
    }, __wbg_defaultView_a5c6f4959014ed14: function(e) {
      let t2 = e.defaultView;
      return i(t2) ? 0 : u(t2);
    }, __wbg_delete_611d12a81cb1d9e7: function(e, t2) {
      return e.delete(t2);
    }, __wbg_disconnect_3f21b1f643e46ba7: function(e) {
      e.disconnect();
    }, __wbg_disconnect_cfb0d06aca1c1b50: function(e) {
      e.disconnect();
    }, __wbg_documentElement_5e44e37dd0181a81: function(e) {
      let t2 = e.documentElement;
      return i(t2) ? 0 : u(t2);
    }, __wbg_document_3b5c3071b43e97ee: function(e) {
      let t2 = e.document;
      return i(t2) ? 0 : u(t2);
    }, __wbg_effectiveDirective_32f5c9467c0d8c5a: function(e, t2) {
      let n = t2.effectiveDirective, r = I(n, o.__wbindgen_malloc, o.__wbindgen_realloc), c = O2;
      d().setInt32((e >>> 0) + 4, c, true), d().setInt32((e >>> 0) + 0, r, true);
    }, __wbg_featurePolicy_c14ed2d8ce54c5e2: function(e) {
      let t2 = e.featurePolicy;
      return i(t2) ? 0 : u(t2);
    }, __wbg_features_508ab79ffc52cf97: function(e) {
      return e.features();
    }, __wbg_focus_d5e2fdbdb56416f0: function() {
      return s(function(e) {
        e.focus();
      }, arguments);
    }, __wbg_freeze_4ee197e8446c892f: function(e) {
      return Object.freeze(e);
    }, __wbg_getAttribute_c7b80d4010284561: function(e, t2, n, r) {
      let c = t2.getAttribute(f2(n, r));
      var a = i(c) ? 0 : I(c, o.__wbindgen_malloc, o.__wbindgen_realloc), b = O2;
      d().setInt32((e >>> 0) + 4, b, true), d().setInt32((e >>> 0) + 0, a, true);
    }, __wbg_getRootNode_6de097189559981d: function(e) {
      return e.getRootNode();
    }, __wbg_get_2080c49015e35254: function() {
      return s(function(e, t2) {
        return Reflect.get(e, t2);
      }, arguments);
    }, __wbg_get_57b93e4469e51558: function(e, t2) {
      return e.get(t2);
    }, __wbg_get_d7176cfb76d71114: function(e, t2) {
      return e[t2 >>> 0];
    }, __wbg_get_unchecked_e6325ad374eff861: function(e, t2) {
      return e[t2 >>> 0];
    }, __wbg_hasOwn_19cf56c2a374e9e5: function(e, t2) {
      return Object.hasOwn(e, t2);
    }, __wbg_hidden_34dfd3711ef53b31: function(e) {
      return e.hidden;
    }, __wbg_includes_40dae55ee37516e5: function(e, t2, n) {
      return e.includes(t2, n);
    }, __wbg_indexOf_60c95f6e9124857d: function(e, t2, n) {
      return e.indexOf(t2, n);
    }, __wbg_instanceof_AbortSignal_16e867a9888f3bc7: function(e) {
      let t2;
      try {
        t2 = e instanceof AbortSignal;
      } catch {
        t2 = false;
      }
      return t2;
    }, __wbg_instanceof_Element_05dbb22ded594343: function(e) {
      let t2;
      try {
        t2 = e instanceof Element;
      } catch {
        t2 = false;
      }
      return t2;
    }, __wbg_instanceof_MessageEvent_7f71d71db210f737: function(e) {
      let t2;
      try {
        t2 = e instanceof MessageEvent;
      } catch {
        t2 = false;
      }
      return t2;
    }, __wbg_instanceof_ShadowRoot_cd78159e03fed884: function(e) {
      let t2;
      try {
        t2 = e instanceof ShadowRoot;
      } catch {
        t2 = false;
      }
      return t2;
    }, __wbg_instanceof_Window_5cf453f5639aa1a2: function(e) {
      let t2;
      try {
        t2 = e instanceof Window;
      } catch {
        t2 = false;
      }
      return t2;
    }, __wbg_isArray_bcf1376d0d732d08: function(e) {
      return Array.isArray(e);
    }, __wbg_isConnected_c529655b02d009e7: function(e) {
      return e.isConnected;
    }, __wbg_isTrusted_ee28e0e4c56ca6e0: function(e) {
      return e.isTrusted;
    }, __wbg_is_2248ff2b575d60c7: function(e, t2) {
      return Object.is(e, t2);
    }, __wbg_keys_105f5c0857898f84: function(e) {
      return Object.keys(e);
    }, __wbg_length_b03a0fabb109b1e9: function(e) {
      return e.length;
    }, __wbg_length_e83e819f48c774e4: function(e) {
      return e.length;
    }, __wbg_location_7320782274fc691b: function(e) {
      return e.location;
    }, __wbg_new_5f28518387ad0e34: function() {
      return s(function() {
        return new AbortController();
      }, arguments);
    }, __wbg_new_7075786089b89c5e: function() {
      return /* @__PURE__ */ new Map();
    }, __wbg_new_787b9fb330d55d78: function(e, t2) {
      return new Error(f2(e, t2));
    }, __wbg_new_959f4d5eafef3722: function() {
      return s(function() {
        return new CSSStyleSheet();
      }, arguments);
    }, __wbg_new_a0533122930f320b: function() {
      return s(function(e, t2) {
        return new ReportingObserver(e, t2);
      }, arguments);
    }, __wbg_new_ba40181b3f24ac80: function(e, t2) {
      try {
        var n = { a: e, b: t2 }, r = (a, b) => {
          let m = n.a;
          n.a = 0;
          try {
            return M(m, n.b, a, b);
          } finally {
            n.a = m;
          }
        };
        return new Promise(r);
      } finally {
        n.a = 0;
      }
    }, __wbg_new_bdf613c6b0b3d702: function() {
      return s(function(e) {
        return new ResizeObserver(e);
      }, arguments);
    }, __wbg_new_cd4348290afae586: function() {
      return new Object();
    }, __wbg_new_no_args_7dba612d766302e4: function(e, t2) {
      return new Function(f2(e, t2));
    }, __wbg_now_043d245551b22f9c: function(e) {
      return e.now();
    }, __wbg_now_463ac581d2fc7ea3: function() {
      return Date.now();
    }, __wbg_observe_0bd2cd721b4e32da: function(e, t2) {
      e.observe(t2);
    }, __wbg_observe_5c047d32b8d0ba9b: function(e) {
      e.observe();
    }, __wbg_of_027eb15371aac932: function(e) {
      return Array.of(e);
    }, __wbg_of_4cc373bef1f715a4: function(e, t2, n) {
      return Array.of(e, t2, n);
    }, __wbg_open_df8f03ea7b6074f9: function() {
      return s(function(e, t2, n, r, c, a, b) {
        let m = e.open(f2(t2, n), f2(r, c), f2(a, b));
        return i(m) ? 0 : u(m);
      }, arguments);
    }, __wbg_origin_dafa41a3ee9236b1: function() {
      return s(function(e, t2) {
        let n = t2.origin, r = I(n, o.__wbindgen_malloc, o.__wbindgen_realloc), c = O2;
        d().setInt32((e >>> 0) + 4, c, true), d().setInt32((e >>> 0) + 0, r, true);
      }, arguments);
    }, __wbg_parse_c3f72b5a24f83c01: function() {
      return s(function(e, t2) {
        return JSON.parse(f2(e, t2));
      }, arguments);
    }, __wbg_performance_50e6a3f8dc80bbca: function(e) {
      let t2 = e.performance;
      return i(t2) ? 0 : u(t2);
    }, __wbg_permissionsPolicy_a604922f23a12cdb: function(e) {
      let t2 = e.permissionsPolicy;
      return i(t2) ? 0 : u(t2);
    }, __wbg_permissions_c326552e4ab74a67: function(e) {
      let t2 = e.permissions;
      return i(t2) ? 0 : u(t2);
    }, __wbg_preventDefault_cfb06b02e7406899: function(e) {
      e.preventDefault();
    }, __wbg_push_c9f4893fc209f768: function(e, t2) {
      return e.push(t2);
    }, __wbg_querySelector_1555c239948f2bf0: function() {
      return s(function(e, t2, n) {
        let r = e.querySelector(f2(t2, n));
        return i(r) ? 0 : u(r);
      }, arguments);
    }, __wbg_querySelector_72201b7c62dc196b: function() {
      return s(function(e, t2, n) {
        let r = e.querySelector(f2(t2, n));
        return i(r) ? 0 : u(r);
      }, arguments);
    }, __wbg_query_6a8d31d26b968f40: function() {
      return s(function(e, t2) {
        return e.query(t2);
      }, arguments);
    }, __wbg_reason_ebc3432467af6eae: function(e) {
      return e.reason;
    }, __wbg_removeAttribute_735f25a801a701e1: function() {
      return s(function(e, t2, n) {
        e.removeAttribute(f2(t2, n));
      }, arguments);
    }, __wbg_removeEventListener_cc543e35b1012a27: function() {
      return s(function(e, t2, n, r, c) {
        e.removeEventListener(f2(t2, n), r, c !== 0);
      }, arguments);
    }, __wbg_remove_8228e91d7ddbc755: function(e) {
      e.remove();
    }, __wbg_replaceSync_b98cbd82f95f549c: function() {
      return s(function(e, t2, n) {
        e.replaceSync(f2(t2, n));
      }, arguments);
    }, __wbg_replace_2fc6b8ceb7a463b6: function() {
      return s(function(e, t2, n) {
        e.replace(f2(t2, n));
      }, arguments);
    }, __wbg_reportError_7ffab82274d4d0e3: function(e) {
      reportError(e);
    }, __wbg_resolve_dbf78ab4942478b0: function(e) {
      return Promise.resolve(e);
    }, __wbg_setAttribute_f75317b2b5cabfb4: function() {
      return s(function(e, t2, n, r, c) {
        e.setAttribute(f2(t2, n), f2(r, c));
      }, arguments);
    }, __wbg_setTimeout_9ef22b48643bd7de: function() {
      return s(function(e, t2, n) {
        return e.setTimeout(t2, n);
      }, arguments);
    }, __wbg_set_2793479888329cb6: function() {
      return s(function(e, t2, n) {
        return Reflect.set(e, t2, n);
      }, arguments);
    }, __wbg_set_8282f7e0d2d01336: function(e, t2, n) {
      return e.set(t2, n);
    }, __wbg_set_capture_7526a72933d6e405: function(e, t2) {
      e.capture = t2 !== 0;
    }, __wbg_set_e4b9a833d288759a: function(e, t2, n) {
      e[t2] = n;
    }, __wbg_set_hidden_7efdf3958dc524e5: function(e, t2) {
      e.hidden = t2 !== 0;
    }, __wbg_set_id_861bcd7afe9f86ad: function(e, t2, n) {
      e.id = f2(t2, n);
    }, __wbg_set_mode_92c8cba20318a2e1: function(e, t2) {
      e.mode = j[t2];
    }, __wbg_set_once_ee3e8ed5823add1f: function(e, t2) {
      e.once = t2 !== 0;
    }, __wbg_set_passive_ac655beafedbb0a5: function(e, t2) {
      e.passive = t2 !== 0;
    }, __wbg_set_textContent_0177b2a6d9293c2c: function(e, t2, n) {
      e.textContent = t2 === 0 ? void 0 : f2(t2, n);
    }, __wbg_showModal_03450d22087f2f44: function() {
      return s(function(e) {
        e.showModal();
      }, arguments);
    }, __wbg_signal_fac908876f45725d: function(e) {
      return e.signal;
    }, __wbg_source_f494cee1fae99ab3: function(e) {
      let t2 = e.source;
      return i(t2) ? 0 : u(t2);
    }, __wbg_splice_4206073ad7755bb7: function(e, t2, n, r, c) {
      return e.splice(t2 >>> 0, n >>> 0, ...W(r, c));
    }, __wbg_static_accessor_GLOBAL_THIS_003ee833af9699fc: function() {
      let e = typeof globalThis > "u" ? void 0 : globalThis;
      return i(e) ? 0 : u(e);
    }, __wbg_static_accessor_GLOBAL_e4293fb22cbe77da: function() {
      let e = typeof global > "u" ? void 0 : global;
      return i(e) ? 0 : u(e);
    }, __wbg_static_accessor_NAVIGATOR_ae57273c667792c6: function() {
      return navigator;
    }, __wbg_static_accessor_SELF_53bb20457401453d: function() {
      let e = typeof self > "u" ? void 0 : self;
      return i(e) ? 0 : u(e);
    }, __wbg_static_accessor_WINDOW_b5e0810bfecb7feb: function() {
      let e = typeof window > "u" ? void 0 : window;
      return i(e) ? 0 : u(e);
    }, __wbg_stringify_0a0fbf2ef722380a: function() {
      return s(function(e) {
        return JSON.stringify(e);
      }, arguments);
    }, __wbg_target_e5cd9c7aa87dd8df: function(e) {
      let t2 = e.target;
      return i(t2) ? 0 : u(t2);
    }, __wbg_then_a620425c3d545c3a: function(e, t2, n) {
      return e.then(t2, n);
    }, __wbg_timeStamp_e394c7b3859c9fb1: function(e) {
      return e.timeStamp;
    }, __wbindgen_generic_0000000000000001: function(e, t2) {
      return q(e, t2, g);
    }, __wbindgen_generic_0000000000000002: function(e, t2) {
      return U(e, t2, C);
    }, __wbindgen_generic_0000000000000003: function(e, t2) {
      return q(e, t2, D);
    }, __wbindgen_generic_0000000000000004: function(e, t2) {
      return U(e, t2, h);
    }, __wbindgen_generic_0000000000000005: function(e) {
      return e;
    }, __wbindgen_generic_0000000000000006: function(e, t2) {
      return f2(e, t2);
    }, __wbindgen_init_externref_table: function() {
      let e = o.__wbindgen_externrefs;
      e.set(0, void 0), e.set(1024, void 0), e.set(1025, null), e.set(1026, true), e.set(1027, false);
    } } };
  }
  function h(_, e) {
    o.wasm_bindgen__convert__closures_____invoke__he5d6eb1011cdd865(_, e);
  }
  function g(_, e, t2) {
    o.wasm_bindgen__convert__closures_____invoke__h097d0de39f31482d(_, e, t2);
  }
  function C(_, e, t2) {
    o.wasm_bindgen__convert__closures_____invoke__hdceb598374dbfced(_, e, t2);
  }
  function D(_, e, t2) {
    o.wasm_bindgen__convert__closures________invoke__h663c92278daf6824(_, e, t2);
  }
  function M(_, e, t2, n) {
    o.wasm_bindgen__convert__closures_____invoke__h0fc7b4e2931802e6(_, e, t2, n);
  }
  let j = ["open", "closed"], T = typeof FinalizationRegistry > "u" ? { register: () => {
  }, unregister: () => {
  } } : new FinalizationRegistry((_) => o.__wbg_widgetsession_free(_, 1));
  function u(_) {
    let e = o.__externref_table_alloc();
    return o.__wbindgen_externrefs.set(e, _), e;
  }
  let E = typeof FinalizationRegistry > "u" ? { register: () => {
  }, unregister: () => {
  } } : new FinalizationRegistry((_) => o.__wbindgen_destroy_closure(_.a, _.b));
  function W(_, e) {
    _ = _ >>> 0;
    let t2 = d(), n = [];
    for (let r = _; r < _ + 4 * e; r += 4) n.push(o.__wbindgen_externrefs.get(t2.getUint32(r, true)));
    return n;
  }
  let l = null;
  function d() {
    return (l === null || l.buffer.detached === true || l.buffer.detached === void 0 && l.buffer !== o.memory.buffer) && (l = new DataView(o.memory.buffer)), l;
  }
  function f2(_, e) {
    return _ = _ >>> 0, J2(y().subarray(_, _ + e));
  }
  let S = null;
  function y() {
    return (S === null || S.byteLength === 0) && (S = new Uint8Array(o.memory.buffer)), S;
  }
  function s(_, e) {
    try {
      return _.apply(this, e);
    } catch (t2) {
      let n = u(t2);
      o.__wbindgen_exn_store(n);
    }
  }
  function i(_) {
    return _ == null;
  }
  function U(_, e, t2) {
    let n = { a: _, b: e, cnt: 1 }, r = (...c) => {
      n.cnt++;
      try {
        return t2(n.a, n.b, ...c);
      } finally {
        r._wbg_cb_unref();
      }
    };
    return r._wbg_cb_unref = () => {
      --n.cnt === 0 && (o.__wbindgen_destroy_closure(n.a, n.b), n.a = 0, E.unregister(n));
    }, E.register(r, n, n), r;
  }
  function q(_, e, t2) {
    let n = { a: _, b: e, cnt: 1 }, r = (...c) => {
      n.cnt++;
      let a = n.a;
      n.a = 0;
      try {
        return t2(a, n.b, ...c);
      } finally {
        n.a = a, r._wbg_cb_unref();
      }
    };
    return r._wbg_cb_unref = () => {
      --n.cnt === 0 && (o.__wbindgen_destroy_closure(n.a, n.b), n.a = 0, E.unregister(n));
    }, E.register(r, n, n), r;
  }
  function I(_, e, t2) {
    if (t2 === void 0) {
      let b = F.encode(_), m = e(b.length, 1) >>> 0;
      return y().subarray(m, m + b.length).set(b), O2 = b.length, m;
    }
    let n = _.length, r = e(n, 1) >>> 0, c = y(), a = 0;
    for (; a < n; a++) {
      let b = _.charCodeAt(a);
      if (b > 127) break;
      c[r + a] = b;
    }
    if (a !== n) {
      a !== 0 && (_ = _.slice(a)), r = t2(r, n, n = a + _.length * 3, 1) >>> 0;
      let b = y().subarray(r + a, r + n), m = F.encodeInto(_, b);
      a += m.written, r = t2(r, n, a, 1) >>> 0;
    }
    return O2 = a, r;
  }
  function N(_) {
    let e = o.__wbindgen_externrefs.get(_);
    return o.__externref_table_dealloc(_), e;
  }
  let P = new TextDecoder("utf-8", { ignoreBOM: true });
  P.decode();
  let G = 2146435072, B = 0;
  function J2(_) {
    return B += _.length, B >= G && (P = new TextDecoder("utf-8", { ignoreBOM: true }), P.decode(), B = _.length), P.decode(_);
  }
  let F = new TextEncoder();
  "encodeInto" in F || (F.encodeInto = function(_, e) {
    let t2 = F.encode(_);
    return e.set(t2), { read: _.length, written: t2.length };
  });
  let O2 = 0, o, H = await WebAssembly.instantiate(R, p());
  return o = A(H.exports), o.__wbindgen_start(), { open: v2, preconnect: k, setErrorClass: x };
}
var V = "The widget's own code failed: see cause, and report it with the browser's name and the steps.";
var L;
async function $(R, A, w) {
  L ??= R();
  let v2 = await L.catch((g) => {
    throw L = void 0, g;
  }), k = /* @__PURE__ */ new Set(), x = false, p = await z(v2, (g) => X(g, (C) => {
    x = true, w();
    for (let D of k) D(C);
  }));
  return p.setErrorClass(A), { open: (g, C, D, M, j) => {
    let T = globalThis.document?.createElement("div"), u, E = new Promise((S, y) => u = y), W = (S) => {
      T?.shadowRoot?.querySelector("dialog")?.close(), T?.remove(), M.abort();
      let y = new A("widget-crashed", V, { cause: S });
      u(y), j(Object.freeze({ type: "failed", error: y }));
    };
    k.add(W);
    let l = p.open(g, C, D, M, T, j);
    if (x) return { phase: "ended", outcome: E, retry() {
    }, close() {
    } };
    let d = l.outcome, f2 = () => {
      k.delete(W), x || l.free();
    };
    return d.then(f2, f2), { get phase() {
      return l.phase;
    }, outcome: Promise.race([d, E]), retry: () => l.retry(), close: () => l.close() };
  }, preconnect: (g) => p.preconnect(g) };
}
function X(R, A) {
  let w = false, v2 = 0, k = (p) => (...h) => {
    if (!w) {
      v2++;
      try {
        return p(...h);
      } catch (g) {
        if (w || (w = true, A(g)), v2 > 1) throw g;
      } finally {
        v2--;
      }
    }
  }, x = Object.entries(R).map(([p, h]) => [p, typeof h == "function" ? k(h) : h]);
  return Object.fromEntries(x);
}

// node_modules/documentolog-embed/embedded.js
var O = "3P0LnF1leS+Or3ettS8za0+yEgYYMlHW3o040QTmfglUsyhJSAOGVtpy/j/OCXPZQzIzZJKZIcA5lAwQMSpqlAixoo2KEi1o2pO2saKGNmpsUaLSmh6xxpZW2kPb1OJpWqP8n+/zPO9aa89MJrH6O//P549O9rq+670873O/OP2TtxnHcczveatvcXfudG4x9OftlCOzE9foX3+nXBmnY9ykHzPO5+O3OPrU+C3uOM5zO+Vhfgf3xunE0dv0+jhuujvpdW+cX3CcW/I79SW6hHekDToo7Ezu7MQr1Bi9gTa4C+Zu9PLuWxzqwC25cX1JD8Zv8cflC/iQc0thfKdt1t/JvZAHHWlvnE/H9fI4f2wcPb9bOkrfuxtt7dx5N/p/D13IJw3i6B40hYPftAd380f4ggzqbntwT+aKfcTRG/QufU9neSdGZsbxry+9MjulF/c47jdX32+WXH7F0Pjg7bdVt06Nj43fuql620B1aNPArZePTFY2bbpj4NZN26oTt22ZnNwyvnVy02BHe3dXV3u1s3+gp7O/u8fJn/v9ieq28YmpNRMT4xObeoaH+wd629t7Ooc6h1qrHU5xnvdb5f3Jqf6pLYOb+gcHq5OT1Mab4l9fvy6+ceOvbuqvdvW093QMdnf39PS1D3Y74TyttcwazQ3jY1sG79rU393a2dfePtze0d/WPjg0MO+Ylkkrw9X+qdsnqtrCYFtndah9qHew2tU52FVtn7eFS2tamNzU1dpLk9k3PDzY1T443Nfj1J378/1jY+N3TK6VJmhmhnr729s62ju6W6tDw21ONE8LS6WF7bdXJ+7a1N3fO9TRNtTePdDX3Tvc2eqU5nlziby5tXrHpv7Wro6Otvb2vo7W4Y721oF533u1vDc+MFmd2FHd1DXY2tkz1NE+0DvUOtDfNzAvCDTLu1Obq1tpndpbO9u7BjuGujrp336ncZ4XX6Wws40WqLqps721u7Wno3+op6era2Cgxymfe45vrU5tun3r4Obq4CjdqXZ3tHf1D3X0dFaHh3u725zmc/d62+2TmzcN9g139vZ1DA+2t/YN93T3OovO3eux6tZbpzZvGmjt6G+l/TLQ1to30FbtOx+w2rJ1cOz2IQKrztYh2h5d1WpHT1dbd7XLufjcS7Rl61D1zo3Dm7pbB/u6hrurfW3tnb1dPUPzvqt97qc9devWTd0D3QMDHa0dvb2t9P+e9nkhQ18dnqhW/zstUrXa1tdT7e3s7B7s7WsfnncjLEkXqatnoK+jSm/1Vbvaurp6zweIJ+m93vbe9uGeaivt3Na2jo7u84GnoepYdaq6qbutbaitvb+3bXCgbaiv2jPvoio0DNKm3dTf2dZaHegc6OqrDnX1dXfN+83si8ODNCPVandbR89QZ1f7kFM594uj1bsmN7W1dg3TlqNl7O3rHe7tnHdWdZSb+yc33rF1U1vf4HBX92B7P6CeJnfeUWaww0B/Z2tbb9tAx3B7Z/9gb6sTzPNepIMkfDw1cfsgLUt3T+vAQOdg+0Brd3tfd9+8y1nWZdkySQ1srdLr9NG2gbbh7k4Cie6B/p550UsGGqqdA339vR0dQ+29vT1dff3OL5wf9A31tPV0Dw4P9HTTUVtb57yIocXuM6JpWwer48ObfoP23PgdhBSHO7s6aLY7+vr72/rbz4euEiUbHp+4DQ0REal293cM9w7RdA8MDPbP+/4v6JSPVfsnbtxyW3X89qlNw0Ptg11Dw9SNwe4egMnCc8PX+DbCykPDvcOtHdX+ngHCsJ3Dfc6ycy8Xzbf9bl91uL19oLOX1mtgqGeoOi+qURxnb2/qGCA60NrTNkCLTZijej4Icmx8kNiJ8a2beohw9TArMjzY3dc2MO/GWD5r4daMVbkPrV1DAwPt7UPYz50dnR3nM/P9U1P9g5vfvLkfS18dAMrrr3Z3VjtaB6ud88L7LySAF09NTWwZuJ2Q0WDPQG/rEG251vbezi4iTa85dwOT2QaGe7o62noG2mk2+weGBzqdy85NHZl/eDNhw8EpYskI7XYNtnf09XX2DrcPDLc6S+dp4TLLFt42vqOa9qKno2uYSGxva1t/T2tbtc1ZfG5EJW0QJm/vJWJF8DM0MEgUft49/6p0z28ZImzTNjA41NM/XO0jst4/NO9XK5YIDPffPjb161vACXUNdg939nX1tYIHpO1/Hszj4AQxblULQEPETHe0Ef84PNDe1T5QdV77085+T3t7a9tAz2B3+9BgW1/3wPnMvr1te9FFBJRYhaEhYG4ibPOOQ/f/wPjQXZu6iGUlMkhbqKt1sL9zeN4XLX3ZMjREqKOjc2iYOKq2tupwV8dAR9v5vDo+seXWLYR1+oeJlPZ3VKt9xPUOtDkXnJu7ITlkrJ9wZTvt9wHi1Qd6+ju7Owa6511yy3APTm3ZkSzZcN9wf3tH7xAxzl1ggOft+IpZqEM2/q+Oj09tItDrbSNmoLVjuDrU29t5PlNA0DNJ+Ks6MEjopr2zm4C3u9pfnRd/6RT0D5AkRtc62ghRQFQYqLa2tp7jsytnDSBGM28mdq9/bBPxlkSx+/t6e3uHO2j3zdvU67Lbds0OeuK6LZNT1a3ViU2Dg12ExTu6iNklzqq9x2mZp53X6nCGhmobGW4fau9p72ob6ujo6O8miFp+XsTIAmRPdXhouKOvi8hoV3snMTwLzy1IDdPtyU1DJPUNDw0MDXR1d7Z1EwI8D65jKyH/1k5iODoJe7YRDRnuG3Rede5tN9Q/1U9Iv9pV7e1qbaU1HOw/B7NsUd747RME/4SuOgeJ1x7ur/b19Q/MT7Eun7X415MU3n+rrB7J8z2EdtuGBtrbWod7Os5XH4B9+Oa7tg5uGujrHRwYIj6c5I2uThr/4vNjMQnhDnfSpBPeHu4g/Dev5D+bSSR+rXWotbt/sL9tsG2g6/yWC5zt0DBx4IQ+Wgc6hnpa289nz1m5t3WAWKyhHuJOCdG2D/U7rzs3swLYvG18qLqJtBs0Uf3trR1tJOoTcVx4fh0mktrb1dbb0dvTD3VL57zztDSDJDYRL9nW1dtXHWgd7CYpsv28aKqghOH+wT6S/nqIMJJ+pmto3llS/n9y8/gd148P0dutHZ1dJJO1t/b2DLcPd3bO++GllpUdnyQBcrCzm4Tz3tb2QdLpVLvnfXNZIncQ6phSNry/d6CthzBjJ8kdXcTXzwvOl9W0cI1lSjtbq4NDHb39xE70doE0nceWwDoP9m9jbU5PV3t3fw+pVjqGqCOt8yOhzPvbIIHvgDaINHQD2BnEmLb2z/9+Bs7GIUeQuqDaS6xsLynDhobahud9WffVALHUpCL5tV9dv4n4P8IrbaSWI71Fd1/7vGRZeWrSp1SZul6zZUIONnW0k8jaR5RtsJWUal398zajU9C/jaSRoV/avGVsaNPQwDDBOwFPb2dbR1f3/GotfX/L5C8JcqDrhP37MImtpBlohXh/HktILDko+puwW7uHqq3EFfX2dXX19fW2zb8BLkuXYKp659QvCThtam3rIZa8v3uoj0BhsH1+zHhpCor9hKo39XR29Pf30BR29vUNtpMMvejcO3DL5I0Tt09i+LTbe6utVVJldtNGqrbOO3x9e4rkuTdP9d+2bVO1g8hLz0BHb1cf6b4I/ucjaa9RUXaiCnJyjTDWjJ4Jx7ZXezpbu3v7+s4H90z1T0Acr3YNDvUN9vT39xIv2zs0PzuaQZQ9rT2kIelu7e0b6O0jHe68iDJDwImD7B/sojUmrrKn2t/hvP7c2Gpb/wRhq8GO4R4SufrbO4d7OwZb285HS0Iqki1bb90yfNemVtIMDgy3V6kN4kRb++cFsUuUEg1vam3vqQ60dRHT3U9IuqP9PF/rHBzs6OkYqA63Eb3v6u+cV21llYmT8cRE/12bBgaHSWnVPdQ6RBL3UGvvea9IL+n1hgc6OlqHurqITZ53fi6x39zUTirLYRJCu3q6hkiP2XO+SqvBIZLee9v7WkmyqHb1zm9LaJ/bMrHuuo1Xx9dtuvHa9W/e1EpKkSrpk/qHiZb0DQ869fO09/q523vzmuvWbiLRaIAU3120F4hr7xiat6GV83as2km4hMTM9sGBak8PsSD/iaZ+Y/2brtn4G5sGuqqtvW2tA4S7B3qGqwPzNpUIYJPjY4TegZ7J5kFsaHtnT+9A6/kqeoklaB3sJEm7i+SE9q7O81X0tvf0dXT2QELpaO8bJIFvxbnROUBi6/gmQiqETYcG+rvb2od6urs7CCl1zguJtSp8goBqbxtMAIM9pESdX9BSqQb/EjtyKwkkU5sngGMGe3uHemm3d3cOD/WRtOacm6pmGqFNsfV2UiEPEqZoI93o4CDUJR395yOp1TYz3D82edemIVLWDXS3d5DwQVorYu/y54bs2nbGB0bAhffC6kSGnAFS3nR39XX99A0JPiTlOImzpB3vIrmvDUrE85DHMw1tvZ3uTjCIEaAMdJPphNjXvn6C0nk5j9ktaX/QUs8gMVLVag9pONp7yGA1b0srZ7U0MD5O6tmt3FQnyXiERvpbWweqHYM95yWtz1g4MmSJ0rOzDchxgMC5t6N7uOt8ZL/apm4nG9Hwlq14pto10EFbmEyXbcODbV3no/oSNmWAWpmoEjXq6+no7u3pI811N6nt5qfzl2b7sXULkfo7p6oT3M5U/8BY1bnwXGpPfflWqAoIpbXW/jc/AT6PBtp/1gY6ftYGOn/WBrqclT9bA91O4L3s/cBzvAbH9ReYJsctLLjIv9y/xMn5vu/wfzmTo//7Dv2vvt6lC/Qs/evShRzdveQiumJcOneN417S4LoXeXTLo1s5eo4uOsa5gs78XKvjFBpyBUN32to7HJMznltwGlxq3qWmmhx6YQH94+KgkHNcj34casp4hh6hjziEOYwpuKZA9jF6zrwaT3q5Va65yKc3jE/tmBy16aJHC1yf+uQVXPTGk+H4TdRMwUW/uMs1/xnf+L4xrtH/Xk3IGxPh4ZKDTtJcFRy+t4D/da68ynNwyBfpH3dBzphfNNqwudCnvnv4z+Gm9Sn8+abe9U3mP4d67WOUhSVLcN5QbzBy3KH3acJ9r/gGz5WWXW60UKAvSLuePGqoh/UeJt2RFeT3nXpHnrnQdd6IeQncbeaT9L9xZ1cx5xlnUf5Sf6eJp6ePOMFOJz75O0/z774n8UvXi0Hh5dwl+dtIFzhxl+s0CW64YwuB19RklT002DLsfND1YWlyjrr1JCeoCsc54jUQbWevkl8aI9HXedK/oPZlVgo4J/0Lay+T1Wlw/Laq86mZz28js2fV+YI34/JEdWriLud7/sJNqhnZ3L91aKw64ZkLNyV6MRLdJm7bspXU+kOe+4t39E/etsnuFEhlO6r0HneIXT7w35atO8ZHq5s2bW4lwYFUQsSZtZHmgrQWz3mrz6eBbBvEmJB9uL2nl/Ti3b3tnc5vez9lJ/p6iEEn0W2YVMO9ZF7e6/90DQyRPr2rr5csxcTdDVaHnPf9lA0Q8e6uQvnbNkiCG1nGv+wtyuCb2+DyMuh81V2cuUiacL76bXdh5ioDzR7/4k0zKcQmefoJLFzydPLMpDGNNddBzscnqs67/SWZ60NVIvLjd9lROP/uXjL7Q0PasR+ZsIY76J+Ycu6u+wtCErEJPmE+4/6F+0ful71ps/Oe3/y+/33/7/1X3O/4L3hv8573v+r9T/+w+Yj/+/7fmf/t3+/9nfui/4D3vPkH/x3eD9zv+g+YD/pv9551p72/8t/qfdf9G++vvd/zD5rvebu9Q2aff6/35+Y+7/fNLu9D5pD/afPb/nu8x8yH/Wf8D5uP+l/1/8Xs99/r/a77B/6D5v3+W7yXzD/6f+f/rfeUe9z8vfsP7jHzTvePzUv+983nzU/cP3M/6f2L+3fef5h7zY/N77sv09/n3a+Zd/HfPj2S//3QfJ3+fdL9unmb+wfu2+h/f+ge5t//Q1fwxNfNp9xP030892/09w/mn7x/9k55/+L9jvmg9y7vf3qHvPvMP/kv+O/2/t77kHvAfN7/pH/C/YR/wv+O98/uU+Z/m7/13+u/x/+4+R3/IfOc+V/+t/2SCer3vSP/A++PhryWne49ZvwXnPhI3WjFXeZEbrzfG4mcFtep1MVHcyOVpfGL3zjihB/3IrfFfcwrF/C736t4LW6p4kcensyt9VfzUZkuhM+4Lp8VK8WIHyhV8qPXNzh0Uhyt5KJ8lBut5DfIq6XIH43yG7evoRZKdINayMUrxio5adGv5COfzkforSL/5s7UO04QeZHf7RZpKFGeH19D7fPzRX2+mDyJfuW4H2WfX4zNSLdb4se5n5E/UvHos9RClNvYPMrvm3gF3o8KUYEa4FecqG6lcyIX1cVmFf2iy3VxcaT8KvrpHCm/mn7CkfIC+jnpj5Qvpd8T9Bvh3Bkpl+j3JTov0hwfpN8L6fdkYaR8Ef0+RucL6fc5Om+i3yfqRspl+t1Lv5fQ7z76yhI8R78V+j1Av4vo90H6Den3efr9Bfp9ht6/GPepvWX0e4jOX0O/h+n+Zfil89fS71E6b3FXu6u91WidVnxpfDpd5kc9WgaCBGolR2tJV/Z5FYOF9DDoXPye6enpO2lCMP8m8mIzigk1kcGq0+lIpYBjp5KnSc1Hheub6QFaEVykOccEy/QGDE2+NLi2wUXfPVkNmX4/8jPT30KbW6Z9ZzcdYsa8kXKB4HfajFYMwa+JnW63MTJXU4NEUnvcEoZ5rv8RbJVGKn588BWag08a+kRsFLTjn7zyyisFgrv4XvTx+mYa7IIF9cYNSgsWhp6fyxeKdQRW4Ufd0qIgKgLMvKi40ukkoKOf1jIg+MRPuGEaOreyPsptJ8CtW7t9Yk1DGPnhv7nUBWeVE9LPLplcms/4rS1Xmhvot4QpMfFxhzoZ/qtLh8VVDm7slmdvBFjjRjH20AXaO+H33VJI/Qm/565pWEhd2CVjo2NvpeOX0Z4njWDo0jo3QZ2keQ8/a0oLA579ivZ6I935Mc9G7G3c3rCAHsXL4UtuaYGMPMas37mhoQFnjpytxRnNAz37nEP7Mvxt9N+f+elKjj4eN6yj1aVxX45xEyqga0E62rfb0eLFpMelBv34A7i9rqGEz0Wx2U5HGCodAWa0s980/Dy2cIQvtc+cYZnGXHywTiaxFOiEWWCJBSYJNF6xoDGtoOGPLnCJZw2wJbYTRsK4aUwNsk1WOTcRYGIqX8QLO3vcG7hX9FHp2wEei0wHFvTPDFYjuUc9wchqB4OLcvJ7phTg7WWY5D/Ga9MyXxjfwlXOlGyOMYxabtwsW/ambjfC0XL3hh6viW4/T7PwVl9utna7m/mm19Lj3SJHUY93kxw19XgzW585ono7Imx8fyRu4X0N0mCfoO3jx8/r1mso2vH8jSkVcWf39NNyx8WWbMFa37CuAUDUNELkwZMWCeapt00Cqet4ivLJF2T+CUa63WtxtNz1ewj16b67P91w0k8Trx4FmBbDVzz0hqeI+4UpIkRUjF2BmXx40pV5WqbTudxd2sMQ6gJm87wtAwKRtwpwFkp5uynzmf2TXMSse1c4i640TTha6VywylmC35DwCPW7WH4dEy5C0Pr2d0wGj/nxGYbJSj32cFS/kdEViUCuh2VwzgcE+cm3pKBDL91Y+9D/NCVsyyi/ygFEvK7HZXC4wjRd6fTjaKWzZJUzSA+/M92xRbvj043L1Ft2J7eCCSSyTo3FD57rRe7XzfLejfLeDTN7GVisvaEhBxT9Ta/kY6JfpIn20vnDiOViBrO+bW5c4wo2ICChrXgj7WyChTxPECP+WYTFx/yTCG7yBSeIsQUUaXgJ0qAHSMQuAmnsUiBB4yFQCB3FDUSLuKeEkQuMuuT0UQEbBUWcYpDxfdIGoNgkSLYGtxXB6aA1sEMC/eswH3Fd5kse7ilGdTP4xs1cNxnUw0jPHwl/TA8w8W/ElilgQ5SwZQgbmREi0HVCxZmig4K3uM8xt4GjE8RW4vd55hAqptt9ic6xtC/i1+t2X9Dfk543FxmnHbOW0K4LFmOEn6bFciqFuITLtduH7hgi0fTscqexh7hqOVza453Ww2U93jQ4RNp75qycQwHrF9D+Ik4gIFagHjxN3DuCYd6Ef25uccNFhPFoXL1lTwZ6Fcb2XEHGcrzA5AK7wI1bR8KP8yOt9tlOPPuYL8/u9/lZenRh+K/0QHy8MBL+EAdEUI+CISIc/BR+FcU/gWOlA/t9mcxjfuQIexfeb0oXBkkzOKJddZRY1Ig+egS/bnykOBJ+g17bXUcnLSNRKd6bsoorMIWElYlHOO0SKvPAPaxypj3QrW73jCuc+mmXmL9cysm5caQz5Ma760Z0nkqLXJ6nZZhvHBAVh2gBVGbCrzCQcc/2oyv760bCP/Jl2jCWo0aYSb6CwwP04YM0yUQnogXhSS/8C0xGOAIGnHYgPdGEf5aG+/lNWmV5r7FS0NUxvDpGetFEM44ZKmIKHkunAPyeC8Y3h61AwJOL6P0Q3G5sJlnSYF4yGTp9HIuHFZTZR+//zCs1BjxSHlnFhN+mzaifpCnCwxfgePUofX73c8nnV4Mzn+Y91OJew3ydywvgYu+ddns8u+4H/Jk9wYdf8kqLMa2ER/fogw/6NVP6mC8jJD7drCW2j6eWJ4sg8oDO0xMFnuPyYrzqYop2f536+EOe0f1upaHFvZMbc8v1AMki4DF2aWLpuOyB8ZFvMljvc7FKTxCn+emvHXHifLiH23nUlWHuc2UT+PoiOn0cK72H3yNojg8+S+/58QfeTz+58Mv8+h5XVpIO97r0aonn1gV07AakTydvv2MfXsODu/nNB11tYjptYlfSBASlgISQkw4JtoTj8tiFUZRnISTsITBbIOBFP400l/k41+2uoPumx11GZ60j8X4SEJQ1yrNIVRobAUeRx9zehBdJRBmjzZanLVi+ABf8MuGesvEy6E/6lgeMXxB+1o3y9NmKITzNPVoW4MJNFWKlDKg37bm1uMc4nMkufQUAhLYZ0+e5v9h2fBwBpdPRcrcJKD0PuXaZI2Sc9hh1O/xz2ug00EKZEHRkuDPEpTXGUfgkxk17h7dhI5or4p8SXqEOjJZ51CP8OWkwvpJfYnzAF934tLEr9KWv2RV6zBeI1BU6bZIVOmNoNEH4ZT9ZJjqmg1PUyqvDZzxBMqcMZgTb4cWk9YcfptZp5+P+y0ZbfpFaXtfAGOolI2tPCoEb1zQAoE8m7+4B7CyIiUHR907ye/U4fAHv8UgO8h45kO6RQ26ZP3fQhW7lztgFEwt0epro9mO0pY8wz2V4/47K/j0gGy1FBk9wIxipUNIDLkm1jSPxC45I07HL0rG2wljAC3f5kBQZAzDq9wX1YzAVw7taqcAfmgQvyNRlkO1jvqLlw9Qnw6i2hdRZgjmeon1L+yMUGZ0RHHXgNYa1MS9+Ezs8/if8XBBWGIPhY56gyorv7mTIlGU1jHBjVxgOZ12AMfjAROB4QoJH6drBgsygT3QNz75GUel+RqXRMuBTkyJfSwQZPjBWAhoSf5lbAbMCIqzY8TCNMsoRiq2LCG4W4yTOrVvl7LJECVgzqqMHRVdWJ5Q8nq6j+X6qwMe7cHxIjg/j+CA/+1gdUz5PITj2lAjTx2llXhs+In3mlcUH9N4h/X1Ke/ZgnXQAFBs93odBnWDk9hT171vMOLhMAU9wY8+74f/kg+dcS3qPu3N3QoiR7YgRYoGPHfDl408wM4cPKcdB2NwfAQsjEOAtc8IfkTpJkaPnCKcAQDzI6kWGXkjY4ac8CD2gpqBc/kqntMoBNaWbRD6KhN5L4Xe9SoE5z0q9XCWes3656wBBFeLDe2lrPE2YEu+gTSI+Bg0uAwJkuReYkWStq50eLwQGRVdMVH+4z4MmRADKXc1rzHKKUYBgiPPWNFxM3fDRDR0GmM/H9tBn/5hm/nmMJ+x2T+D3seNHHGUsSHXncxNEtfz4qXcfcRT+ngUS/ZhPGBr418V+3e8HsiP+2q79YWr5BDNny92DJMke1+MDdHxMj/fTsV2254vyQd0CT8kWuExPjzESOfz1BIkccyvEORx1iVems2dc0RXR6ruMJLzjBeEtniHe4oQeP0fHJ/X4eTp+sTCT18DoppWx0D12nNlL/vyx9PNHFWkcoW7ER11+y2BIh/0ealuOadj0TTmmYVNf5JiGjX5mvw3lFOHnmajyZM0oX5g1SoZdHeUBPx3lQT8d5eE5OappX5gSI+w38OpjijuoUeV6AeRG+d4myAcm/CtW8ZBeeDlJI4BfPjxNh0U5nKbBhT9Nw0ul4Ud9pjkMCgV5j6Ew4Zo8kTqYMfIqutGZY/IqvP0FKamMQvw9f9YkGxyjhohwiPGDxwv6zWSmH/RkQXd7RIxO0YK+hTRoaOVlF4x9t3vKnTmN014iHhwHqx4fKoKiyahaFuWYCO/yhGJOK750IL6GT2IHEXJ3LfYWhbQv+NswVvShdSX9XuwqYidEHhJ6ilSJTMjADZmchE9jY2vf0AgRG5oFJxBk5i8Dk1nE9s8JDcoBF4LSUocL8e6HsOV9wkk5vgoyhmvhn/jEy/mMXghw6eZS+tzSEUF5hvkkbPlPe0LwfFGtF8K/8KQtH4KnkD4/S8v/CFAcoVUX+G1/3f8bozo4x6gO/l8c1UFBobtZTHrOsitHGEREevKVd8iF/8dlcIAqmXXkHgtVAlHKA7TIhXemUrKCeColW/bgAR/6zIvSLXpRukUvmrFFZ2+1hADyNNAmObTrad4kbJzKWdInxjMT7/KYabPyHP++7ArFesnN2DhecBPUZUAx7pSfRnm0JD9OrQQupI1m5OtuqqqQfcr4PQr/mGmPKlQrRhnCXETEslkMeyuwETGnKW/Hi3xpMjBZX9DdvHJutMLcmZoNL4ybgiytffgwdP/f8KAadqFYoLk68c2EVT6jFOK0C9lXWWUDRhkgtZI45XJBFIRHXFHSrGFO8DGXbQofNEJd5ThQnX4uXjxK/ywijdwrZnvsslaOlTkvgqONnzcj4f9iJLnce9HtETgBdDB/mWwcKNqMcLdWdn0doSk/YWl5Eoml9ROW1sfEmNiqNYWlzUWMmPyUA+GVYW0hqXOVE3iuoMB/ylWiSjvC9vJUbS8Z8Esmq+6xiwBxAnNdc14MMvAKCuoxsizxQjIbVDFkK91a9qFK92fp4kjztiDI503ezefzpB5zMDoQCg+KSj4kJttPDz09/CtWs/Lho75Mio+tF7A2FUtM2j0RCTOAx9Ij7DLAHGKOVD5RuKcvWvlAQR8bmbhiEtsasGJ2ZcL3CEdsBMROGLHkWO2bylY0k4QhVwBD8s4rqlY9FFUnQV6LbPpnVD1yrCC6uaP0m+zbp/Qi4bP6qD4V7Eiq/EtI0Wxo/kuYYA3Lp4e+wSLSjz0VtaTbB5hAMtYL38udP26sKus5A11WSq1FSSB0HGwwbfUcw2o4SYCXIklSC0C0bTAZ3IDB7zHC6McvfgIkAA0LghDVJGY8As/hhffzyqmWUoQuZjZNRhdHzKURhc4xVsXGR8ycap+jxipgmS+0Aj5mB/OAoT1Wlwgkh1SGPcQCCc0uOvnFr6G/3PVQ+/37fInXVBkqhgBP1jj2wrcC5x02yn5kNA7PsbB2okDyvXTpcKpzeIrnvrZrNB1f9tOdxzLmwaTdP0O70BpaDcZB1heIUmCO1oKEeFl59t+wrWXT0Up6YqXHIfE+axp4Xjzmezy6liuvCJ8glUe04jKTqDhlNuJQYMtORUGEdOUpBac54UJAChPRAv0DXRI1q+/zKPKJxjLpKY3mVYCoX4/dKVLjvT2GjuMWYJuh8MszgeyoBbLTn0yAzBHBMqPKNgmwGQCbF9TQ9Fk9wKUDhlGvmnGxB4EvVKOiaBW4htBPeMR3AndnigGNuLcwYWWRFfivINpduKIwAwXZclG9I7oIkyGz3CprLKgz/+jFR4k+xi3xSyCTZzwnCGQTOsKN5pgMdIsy/IDVOrF+x1QUwsMP+BVPlfJfw9z7KV7IrOXxRKBWTbtgipxd4fA+F2ZQWUvZ/+Y1vKJhoQZQ4v0GBEz1PikSEW38DD0JsdMN58F45jHEfIbxzKeMZ70wnvXCeEJzWAnio8p4BlE9XwUJPaqMZz3rPZkS1GcZz4Y5GM+8MCYBGE9ui5qU9cqj0bkZzwZl4f6To/KTUSXDeXSO4Tz6f3E4+wFqpIAAk+zbDc1AwFuI9FGKflTQE0PUwhqjRM0G20dI7eLw2x5TCtYv7WMJ7VGj+qW9Slb3JDgcxpCnPN6+bE7Ad5xEsCTaVmlQFLDbQPGtbkkxcZT0B85z9Qj4LtrQTnzoOG/pRR5tJDBWmCkTfsITFquRGYKykDzsfFJr10CtD3MesRb18Pkiuxshq/JyHLeWm9VbKh8tF515M3gN1m9Td+CFYKzqmtY4PkwdCX+XmIPwEWAq5ug8ZlmYzkc0+J0zpAHLATCoHDEiBORTf4Y8SwnhDzz4tAlooGe5qBlIy50aka+wuYqWu5OuHg7vNbKJPd7ErCZtpDH2qvo1BzjMyzH0xMDKwEON8la9vkUQ1Ur3W0nHhhVneYq+HbL5BrPpl5k3I+LwXS8+aZVfV9E1wpC99PPwpwHpndRWgLY8UXnVQ91VoLEQQ7Vb2YcV0MbR0XJ3GbYXHy2FeMVHjT1gyRujxhSq0X0CqguEX75ANphPZjJi8dzACXiQ4Ndevp+Q7V5PfM4eVMZjtyF4mI296nHlBmq2AXvOEFBDhE13cZ1q+sSGDbHlBd0gJ5VaveQro4f1Ew1SfOhHlp5hSpnMQruCJx0olsgyf8JhnlKZSU8FqhwZ71kWTEyS7BoZ71zbAH1mHnqMPLqep67bXuatPjIfH3yPLgnTUF/J6zNpdxq0OxAg8rI4OVqcdMDaVH185t3Zpkra1PG0qYu5qV9IG1FSQ9sifNREIbR0xwowivHhkQKWmQ8PF7DOfHiwAEYaOLBXxw1bblGY1idUrbm7OOfKibLIjxar0pOtFtOEjhYr07nLiBfrtKGNy7rrMxChSHyMFgnyOuUw8mKD5d2KuqbKSvy2JbSPFm+6TjT7gA98+gwQOxTZi6ktRtdAo8UMeRAF85qGEk1uyIsNYIC40sByRLSYRyJwDIH+uWTG63Tx8Hvfszzj4AoXMQnOWTWyWI9p3pfQ9D8BWRAdqtBH2ELxIo3NF1M4FCiMjjfjn7HwfW50Cdw1cQAt2m+7UTm6BD9sscCwjGqd61QRCvVrnSpIoX6ts4pTsk4Q8MRLZYSEI5pYzR7llrsh000cFXt4xDnV15v4Rejr75nFocLkogzPU3ViMmExTzmVYhbJubBKglPZiUHdkjDmQ6A8CSnzElKWKsT98E9JLSnco15C6ySFBYQswvBznvRmb1Ea2KOCxoPFdKD1GCVNxO466JWXu3vqyq8XzfS+Ohn262XMr+vR5X2xZnkv1uV9IF1eFoiszwM4ucxCyzL7sswMiCTBHvd1N59wVMZQwL9JiO/N5UIqN9tppFXvSgxvqqpx2R+uoNa37UJeMpY2NHYDuFMm8jeWVcGWU26A9gIZirQHX1ahIjwgxF5kCpn/J2DlixZFlagufNjohgInqhZVtV6S9OhAE7QvtRVcJyO6FrQrR4ZMZp318RkqZe2EL588UFDmxVHz2D7R5PhWSMMQskJ5IP3Mvq0sy6MqQWaageFmlXNM/XGOZPxxsGmu3kPHu9X/bv9MNeODogwxifraZK1NpOYHtU/xnT+DI4XSr3EGR8pa2hxzpIJYlorDHPYjYb9GgYYcs6lqUUMj4AzUopbXHSoMQ3xCGdc80LGD3V3ka2Bcib2yjCu7wTCDzNhxNuOaE8Y1D8Y1L3a+vDCutbrKGsa1HgqTn9uo/XTUORl1QUdNrLGOWtXeL793ttob12arvdNR/zzV3sdF7b0/UXun+ihrKk+0WGdVe++2qhiyeald5iVwpg6xSkG8G0rW93lgm2o978HSnMgBPo/UUYeCb73Grdtp7pE5LIqG0oUJ5odmI5tinnnlf2zwiScvO9hTThxQp+M7txPn/tzBpyW+ZE2DG19KM0QvvfJKYWMD+NHLMF87bq04ozsI48CkMzUav4E4bNVwqOx+XNugSee249MeHg7WN1dysbej4uyAXm47q4V3TnJLWEFvii4f+9TTdMKKWhyhGXbf8sDYexHrDh3AS7HEnrsn5FvXN9BaUo9t9x148DqbifOODz+p7bBt+M7tiGOhCS+73mpxSw4rTgOrEBr5AJ5n5bzos9iDrOKIMNRIw2EHNKdZ2mswPINuIB5mxvbOaPALvTIiPm1Os+hhofmuOLjs8GW0ZugenaJ1YxumFRZNfACmMS+szdJkNKwViVixLm5EIoJwcIXTwD7bfEbT38B+2tw1J8KswI0t3y3OdSELYtzhUJ5pCmSIhucPNxr1BtxZnWQGK1gM+luP7nsRE8vmMgmHCqwMA7Tr7okKd2xXBF0cKQtR9SaEiQKiVIs9rpDimYCH2piqEGaO3NEJfHpq++Za2HCzsOEwbIgzjovZdwU2zBw9AIKUT9MRnNMNBlKQj2OwI4wwLUhVXNohJ+UYGs4MWIP0eTumKh5YTfkQ7eMJIWV3bteOemVVK965nQbE11iDZjtf9gKxsBbFyaIkGLAk+LCIfYkp4z5gyaRn3EfatQzqFt5plAAQGSiDLgmhGxk87JhdjJmdWSfEYwNuztnhwvEsGa8zY7yGx5tPx0u0YEKMQ8l4fRGhcYXekfFCck3G6ysgIrwg3Sr4seFiMDVTN51knVzgAicFEVrXk3YSZDq8BLqw6WE6ItjBFlekl6/BAe4aRnuycakxOqQZugSEbccowqHiS9c1T5V93PdUpQ2Qp5nLrW8AhwWQibyNQBRwpat4DQ5UHYRQnJKnu6cQ4UliP+NX7Yj97SPYae66ZlxtLgMozRQggbY5oNJM2E7RZp6iwdOICfbrtmNA3gwsVgYgQ23sAeR1Q9KeoG6xu0Pkb6j4zVjt9RUXW9PgCxEuNVN/He6KT9x3jrFPAJSHwBT42CXYtOJcj8ap0Y3bBTVajMj7VTGiEZyVwYhuihGZiLp2mV1dX5Bwpr5ZjOjOxIhuihFd23CKEbGm1FtXsXcGK7qsvBFHoDmwol+DFZlBtFjRJFjRyAStlk6H8kxTIMN0oU/nG416AzA0YyOazEa029Ak29AwfCfbkI5kGyLkwGXiDNEOYJzZgS4C3ngH+ukOdBXjePFpk6Icdb2jS8kedLN70A67mBJTN0NTJRandg+a2j0o/k4EN1man4Eds4GjEJ+3oIRBFaGHc0joy8WfnibzzfT03dsJoYc7qK1XXvG2k0KdaMFq4Jqda+0OFYAJQQ3CUd5NIagAKMPa5gDEJuaB8Ah8QSYOQj2IK1+j3E1Rg/4K8YuYsyKg0udj6hsNAmjkJdyRH55sNLihme4wM/NChhocplkEXoiMBOHKBqzkRxAcyaQIuwko6GU7emzmyFzfjA7hIncyiE8DZl65FJ8/+imLz57CEfw9+EP8ZPwcHfE64uR5nBzXk+PZOy/g5ISenMg+9hJOTurJyexjL+PkRT15MfvYGZyc0pNT2cd2fZpOTuvJ6exjD+LO9KflZDr72F6c7NY7u7OP7cneeRQne/RkX/bkMZzs05P92ZMncLJfTw5kTw7h5ICeHMyePIWTg3pyOHtyFCeH9eRI9uQZnBzRk2PZk+dwckxPnsfJcT05nr3zAk5O6MmJ7GMv4eSknpzMPvYyTl7Ukxezj53BySk9OZV9bBfg6rSenM4+9iDuTB/U9ck+thcnu/XO7uxjj+Jkj57syT72GE726cm+7GNP4GS/nuzPPnYIJwf05ED2sadwclBPDmYfO4qTw3pyOPvYMzg5oidHso+9wNssXjgCykg81GjF5WXLvvC8MIctoJq0mUdHGKWJUs9R3ExUcyRuoaP4FE/K9LQRzwuwKevBv14/0cCYsVTRkFL62REV1jZ4ggFSNCBkeH2z+K8SMvQUmajlwhOEkgfJUkQCGhDM2TrRHIuJWEgRXCTsnqAk4m7XM1GDSQWINJhjVrzaiaibMRFeZiLq5pgI1l1Ho+D/qDGHFSXhCMl4XtyMZ9HF5ezTC4NIfEROe1yxqNAL9T3nxH54SYi0RxY2Rr1OzFoNB07FRLPXgzNwEVmmPq3E8W8XfpckAupXwu8KrVcqS5MGKlvMUllS5dD9GVTWKJV1MlTWEUaXL1WchNN1UirLSg03IU4lUU2WlPQiUFCplRDWCC7Yvl0dTKefMAz59KIHpyj6/CgyJljCRMBGJyftiS+JFkg+2S7KVU8EEBN+wDDzAbVO5LExyS8jXpDuy4yBATSJfCRqlFzCleQwX/mZ85Xj+XKz8+VOyIvpfOUkSoUvWTGOHXqT+UJspHAluYyIj58c5isXCJw6LHnaPZ6QZhbnXKuRT4ZgGRiWoqjrWeFGZD83Xni9CnmxYyUK8YBzEjmVGaAaOZX2H4sejFZOasespybUjalA6Upb2hcr0sHFikUoLPuMsegONQnewsgtNxWxrwC1LPvUzBzznAjL083vzGotp004tolEvkpn48TZnpUBMjvDOjgrUCXNw7JwfYOiGPOfXzqE0bL2zgn20Cdgmt3jskYUDi1k5QEYwj4EsfxziCwrxEc5wCz8Ahs37i6Lo2EO7ojqjKwL48qgqSE62oWGTnFDuXiXGYmPoRUv/rNn2d1JGpsqF6WpbTOaKiZN0dFuNAFjTg6W8fjr3IJGHcnrm+V1Ohpj3KGtGNsKDCXcEbz/Lbxv4hP4CbQjQ+U6/Nwyoxt1STfo6EE0cIK78SA18zcSdvd+cd+yPbkp6cnNc/fkeKYn3+f5BZLZhn+mwq9yZ24Uw/0NMzpTSDpDR3vQxrHZ0/tPz3IUoIzqunJBenXtfE3tRROr4RG6l9r5VzRQjH+EHzcZ1upkWNfMPaxe6cnedH51YqQnVxHlop/eGf2oT/pBR/vQQCumd99Zp7c16Ufn3P1omdWPH2dnZAWZ7+mnZUY/gqQfdPQoGojQj0fTfmgrth9R0o9lc/ejKe2Hrsx9x7HY2o+lpAyGpXBGP/JJP+AebNi+wO3sp3bedpy98ghQevHPVQotjapNyMFNYZ7mHhMniKS5d6E5ThrE+Yeu0eZKZSNWDjZ21YyMXnzMiE6dm1DvGfbfPYBmyfQMy2lJwLvGkaCBlW70bEN82HpNPMjxZN0IPM3F7+eQoV0cPQ2XGjjDTOPGE3S8QG3siFslG0pqrl8YlaTZhfGBd5+z2ceg4udGj9EEcJPZxkrMMdGTpfjIuRs7kDT2QrYxTN5jcLlwogXxc2Kf4+mbEtXcNgG3MYH+zbIZhwTX3CKY72bBpTcJ4b4xmeyoATNeDAQydR32JUd7k6M9ydGDydHu5GhXcoT1ekTecGHqeLjRr99p7jaSKGuP4URZ7EgrXoFkIr66uVKUENImJF/5X2keiJ3Wa7Up48W3tNu9Cubp+CqoNL3EllXrweQIo470BZwzYj0zSQW1yDiEnNR0K324oLxAjOALLjOi3y2JHkwSQITfRNSSF8KB7PVeE4EjOzE77NXQcLX5Vepc6QxMf/TNqzaK1NFLn3OnxBEU4yuEiJMKhKe03spqokLETbwLDo0Pe6R+SLxtEHvHDkM8QRJ7xxaLAuhPfEIiYEHVWbNZ9lhjyqYDMkA1inM/R9378Utk2f+2Bt2zJ26xbGq91sXld4Vwwy20Fo/7axqQ5QGrEhs2D7jxCljRmc0gNohEiWtkXXzYDNUm40B4uQoTyc4eHP3UkOf4e8BbPpAvbU48Kt7lwzrLa0r0OTzBY1gto7rGLjICBNQLyxdFobg/aXi35DAr5yGEVDzrwZaH+Z7+t9wrwm3GQbA09MilEc4t1TTCtsfw39nXF5wSrwehZT920ST6VRQgWS1A4jCQsKgwFnvoI6aWgOQzPvTBCGF8CSRmQfiIi1nIhd8XUyKHRhAge7FfllDHL72P2aBHlLmBpwjM1XEUntFUF77mgcIsYup8iV1w4m7ndjm6ptu5E0crndVIJOQKRnB1T/KKcffit3yKqYV0iqfaoZ4RKDjynBf/B7pd5Cem1e+HhvWUz1rVbK+c2l6J0w+mLC8WS9vFt5mkjw+apJO7dfZ2GXUmM+JMxpY6Wv1HvT5PR8AhrdR22SEQaOV9PtNX0WP9rQdHRef1nlOW6IoyuypLHjVnuedcbX6Fk+TRI8UPX8O5SFe/e/WgaJZLCFelR+Ay5oAP8ESD2ApJu0UigNJgV54L2tjYKUAPHJ1NfXMUsTVh0j7sVvJMN30mBY+LFoBYQtZI1gvpcmI24DHaDgVfs2gFLx+vRY6KPV4kRw7ySzkc5U8/TSPlOoL0Onyp3tecgezm6Ky1p0F6Cp9W7slz0Fpw9r48+z3Wiy4hz5ixyD6YPqv51Q4kGWhAlH1R5/pJBAZMHcRdiX93idXBVyOCKya8NcMJQQEGybwyroSc4CbsYa8AR7Bhq3rGPGhk8+9OojF2GUE1RrCMYSiOmJ8gSx995VroacStmpUP+hxLOvCbZF8C4DT654tQ2Puj7KbTOhJ+0YucbEwM2eSjou4RXpMW+YeDdtwdnJ/BE8TGxmo0gI9m23CWsdShcTVG42p4rthDAsJTeNRnuwo+J3E1QI3WT3+XwUwKWhRngyn43JGUBNEC2KScS0BPwCcUFq1kjWtRXbzv3U8Dx/wJ4hr00qO4VC+X+MLHcWEBXRAjPlKxvMiBRsgl6K4le5QHnxxfUublJMFVIIZOfqLBsI1BfPscsLq2EVbEPCADiliNsNxtEZdUOop6WABGG5zozbNJ+Rz9orC+NFIY2X1uvJETK+KU5vyz6LmnQ8GFz+NCAUPh+Nj4GzPOD804/6JtoMHw+bHs3OQ4d85bODlUzqY600FP2zPu/n32zE3yZmmKR8fmJGwMRPu3tNuOvrFH9t4qp5RsJaDIsqZhuKqiSQqFBfdEhheUem2308Nug07c47UGivBf8QRtZ5GyEAC58qIc2GYbJG7Z6el2rpOwt9YeZw2w8yon3WvW/QpUY9kIgyNyH7EjmrQcJE3DDEjbzOE9FnDOI3HpWoZdFohvO/GFJz23IC4wrezGLZyepEwgBR+0K0XSXT15tXMPb9yy+zicM7DyMEvC0IeHkPGUiT4LIsjwEiEwI8oTD5bdh3GX6CsOvOVpVR85TzIeO964q8crxn+864jDOzI+SU+Ef+M6Em4CjjE2QN8esN9SsEvMSTQKYvHZex3+cxE7JvnEThCVCj/vscRTFr/4nOgQkSxG8nbmWMks3mGEi5cSWpEsq0ReRtjwWlwjMUwgGS6nlAH+ZQ3F74A65eAfdAaBMBfE+7TL0DpGI+K6DPcyX4IY6GOcYTSffNST1FNICFhmhWSEf5bBOw6tFzGxRfEIgb0SDiOJMc+m5RHYBl1iKBbTe7dkYgMgB0/nTXGnGqUBuzGZFAnqyTwPQz2Z5rHC7o4KjMXMtVJj68TAShAR302aP7HkQanmrnCc+As7fxnQZ0YyJ272xEtOeLqgjFMbPqFml1tzM0+gqbLL0QdwE+AHCyPM0xPssXkf27MoaQG3U2v6MngmZHNiBdcKx0iDuOgmF129GIhWF2sKXjEPv60jiIHI089G9rjaLjoVpmPxqcJ2ax51ZYqpk0WcgUR5CUmrg2tWYQch7/yOifje+3YVt48wDRKDtNx0a28W57tZOuvNssuyEOkLi+t4mpCEGK5npKdmClrcEb9y75nCdjrk3xFCgP4YzMc+XGogvAQkskHaPoPoYBKKVEMtHzPpxyqIacDULhEWDAkI5CEv0yN+yuWnxBqjzzjpMzRtAewo6NpSuLfN0TNmWXiuF8KUTQvhiq9I7LNXAIEsixPiB1AxCaiZLBCaLBCaLBBiE3J2FW8dm0HUkYFmzXCrJvMkmhSYHK2I54kf/O+8ye2cERlMtHyURUraPezIQ2hQwDXXTGPeyMZ9cFKvBSbw1zczaXbjOrU/hfuM+IEsDBioPHY2bCD2gw4D6Lbxu56dUYAH8uwFSnCLJITu+gl0e5SIX3ED0MnGiQky7GD6oC3nhMd0VTwMEgNI4rYUcRaYHGeajt3tDXURj6EoanOzni5A+vsAU2LSIItzBjJJSRrp7ROxWC9o/wAGrB4a366wy6WfmMRy4fsMHO1IgJ75ti9vZywGxSDRo9uuFIXBQC9ghIiQTNJsJ2vT2Rqh2URgFZue0OXiXP012f7mEq9VNYqpct8kzlN4AtYo7ohPHSEh+ixt+zoXzHan0+BjGvJBrYHCbGjwwWmCkBDDt6G5InwzgabQp4IkLma/KsMQ5gHCvOaR9UgkuwZkduNEQz7e+xBRoMvjow9pKGb83Hv5wq7kwjmfmHtAORmz2hzURpFYj3PW9dJh2PPCXUYSsxHdiO+U7sPE1szGNfgkujxM1xeK4sowDQxsTvh2MCrBx/KG+Fy2vBreZckcwEdHnfbUzksGtQbJAwaSBr9JA6qVALpGTfiw8tHeN7Kaar92UyOoSWy44uu0kN17aANIXgV4obgJAhAlC3+c+aRkf0HEP5laG7Gn4XMmFkXx0cuahFTS0jdqereQbbWzOpe8FrCBdj0n2oWBVvxkTqtvFa2XMFcEGLAMs+xN5O6VSxMbl5ll41Ivn/RrCbKA4jm1+KVWQHTilPX6ub4hlxqrSFmVGLe8eDn1UwzxwLaOMmwbbUpMMGvr4W/LifvULbZ2/yVIYVYn0ylhNIoPKAJP3Ixo2Nhe9HN9c8APzvAYc2b6qNLUz2HLdmfbst0ZtmxXvFQd66Xqyg8YtoXqy5Ssh7/zPPpLwuWlgUbpESct9sqdmPvgiZxbJMY9fj3RgKOOvF5kW+b2Sr65jOSDFzJ1zTMbRTfEWi+YkUmRuty5IQn3ORZoRP1L9JeDtJhSxaXt5ZK3mlllBMAlFLY+S3vrs7S3Pkt7SeVOPAKhuwLT3ro1kkec+LsCt1rIPAm1MCIZAcF1THtzoGawpkfOFaZUqYvyG3yb7J6GVOQtSFdHy3WK9/NJMvxX7WDjPmeOdpBIif3vqfWfwJPO7Chz4mFiKZ3tZMICj0PMthi+0TN2uKNZxM9G2j2Gg0IM85dRPXSR4SIfrGnAsQGQI4uVhsfRrVfu2h4fpF/g0SK/yGtetEon9noIT7kNUBPnuP/8GYYH/bChb9rvFeNWBPEk36NdzI1GxbQpphoR60hLi1AX6axNwzN8fZnzQl7f4J1tTG7Aadt9fJgbBAprIIUBcyzJmPIyJiftCEQdT3RXeK9MZLMQ/CTvQcxk48Mpx1bp6ERg89+6okWDWvp5R8CCU/TifvgRTU6hZj3G2itIGk7jjl1rQwj7y/XQC5PF8TIjwSp/CG254US9nIHRS9LVeKIpE8fmQJiBbK4D5O21Gq9l0KLfLLv7JpuftCDpuWpyt7DrSvwCXDmsweIJjTROY80kTDFNI3iL9Nqfo9ekwSyetdc+97pY22tODJykBP4idz9UdRB06SWbc6eRlXjcVyO6iX3PJfkXhsRU4cZHYYXmfCxsp2CbBbUqS+LYrOc21J4JI5LT23Y1+o1asRr2v2cV81BFE4dLZIa73N2MHO4ck3Ado6ZjrMj/ACMkzMqj6Fx98rqxVRkcfb1S15OuEGngHo/qro52Px6eMhJBSENkX2gO9qtIpB914uMy5j8htisO1C2fvvZJXG4Q3VO8WK7zmKRn8R/i/uLZvTHJYGxf4lK8WHpAXzuBvH0f9sDSI5cK2nzGaoaOWc3QUasZWgwnJdIVhD8wpcyzQfJwkDwt/bsq1TYtYw5CrTwgqE9CgtHkvtg0GXaGj3Zmcx5JMIPm4M9xDv7cRpvinRUyHJMZ/h7brG4uc0mDmyo+4pY5vORGSSdyAz3ZhLCx4zRnf/J+tva/gx9uYkMUHy4tcxzO2dusm9Vmq23z2SfZvCNttqZtdkri97O1WJzVIrwtpMnvPJnp5rXcJL9/neSZD/U5JDpko2UoOZw9GP1ciAieRMolCfwfdHX/6mMlfYzgcIkY/W4MHxNvNOkie056QIC2Fd+20pL2Z0XAMuNzsv65TOoufovzISwRf6Oc3IO9dye3ttJxbOKKj36KN8CDvui4GKA1God0cB/8FE+G3C3K3RJsoblI4xs52tFl5MM4i1NUuJoWjLEDUkvEf/Mku5y8k+Y9/ENIaKxiXo1CSq7mipGEB5Laip1S7GJeUzNSL5k6KLczs7dMZi/KPtFb88RV8kSvZP+X9oiSBamHExwEsXmCZ32TF50Z81UFbPAj6JGTSZk/zcyWz6zJgkqeYzpcSXia5azEVsgWSXBWuRrOqsg+rdAHVvIJ/5TPclb5LGeVz3JWKP4gyjXmrHJkIQ3EaZaVXJGfeRLZBbgqFQRpYSE4sEw1WnBqyJdzUIaQIFVkUQaEh96KPGoGhuY3QcuDZJPU2C3r5YQEKzob39BMOh6avVGwxMk3QKZyqqTiNG3MwvkbuYiWNyqpT/BMMqMJxyZZjPLCleYThi0HrbYwbMJLKRfCDJsnfJPwOOtR/Kjsa0YT5pQKlrmBxjyIxY8DGLtgGRzWOaG7KcfkZTgmXzgmd85GaUrFj1jadDhRL/M/yPgW/L1HStgkkQ6bRJNUpCju4OPrgB2xR5sdbMqj15kkYVPVM1tkRux0QS1yJHauZfv6tFnLivgjsGpHieKZZaX81fsJUPNi6kGEoAYAsQXL585Tuxy2yHaWevqqGHFyUDuTMsSIHyb0utiwVzikuUoec+Ux7CQAurLwORaXYv6ypFXZzqK4Y8rYH3CvBXjUIYWgCNJ0Vox4vXNXOHxMoBZwUI7P7+JqHWuaoS0gzJZcLWSuhoxmoYibGrnCEEcPAPTjaDtsZ8T7y2VijIMrzQLUY7vSQCMfQG6rmbfYJNOVk+nKyXQ1uEt0lIFdOxLaoAZh7BUcydHWYUb3uGTSz6os8uzFpn5jSAyXhwnAx0+L+NY4sbqP+urhxfaDTviQj7ArOTHF73E1oTzsiGmBCfumSd5ku1Fe+ABJb4/34weRGJ7Wd6WzNvyQz76AaEdd1vIgymZWc0hdYTh32rXacsr7olXx48HHbAKe15aLwo8X4cyTcLYuz1SlMCsjunC2rvLjBXEKVsaZk/hLuNocoxWfDDvk3syQ6aMf48GVVHeUTz6ZtOAm88UuGTAJXDUSnwGT96PXhN9w5S0nmR1/jtmhd976NeYKwUBfy03ILAzILLg8C/yJ67h/SAuD9TjGsbp5sHfE8t5Hh2R5lNx5eeuTOXOoRFnA/+WF5wu4KTsDzCfy2JWndKxWwhfbm2AFeVXe6LStHGfqd68vyKrVJnYyV5oVEnvbEnnI8hPJWaN4o5PG+uonaaefCno8tqjCE7wOVjoHk862kjqJS3c1p0GTq4gvf4QpC99y5RZumPiN27Et4kvJKEM/3zWs+43zU6T5FTneU4Skb7j0Bm30/NQEv3fKrGccVohLU5kXfH2hEC+eIgJ+ytmOd73k3Ykyq2MJy41GSJdAtnKAJOPeIot9wExC5pnT44ylsGoxjhCzjPhzxYtHYDmXiMUrTcjcI6d0ddcx7eOiF7FHDRpYnyDMqC5IeQnwV2DWKkXapUydXTbxsy6xLKHKjBJhPosjMOqMj+KnnVH2cVqyvhmKchzibt3Z7q4V8mVNhlEx+Pwid8FO9x5JTMYe5FxAKnxInWRLqfzGiu5GOObkkAOnBO8YOPuW8+ItVljGNkkIsz6H/7PDGPJgESAVRQKJOZmQs4QjqKePOBvAXnDRyhJk7ybWTcO3ZCmtXBNnyQetrsdeZO+byKtwQGt9ZBONOJy7lVRi36Wh0pDLUPa0ysjr10eBTsEEF7/6rrOW/v2Js3aCfl4Pg+ji62HljYpT8Qenw+3NE+yUZhiMYzfAGiWOB0A6qxyfDe6a9CSfZG3Ny0BdjssVlzZUVWRf0lYrBgs2Yru2Y438JeurI5pI4vwi07zKWcaODfS209vtrJCjrm5nOVho5GvlVNfLZAGATQsaxV2v5SXZd49xND2zjOUEpj7F8FmwcuCYwz8CXaEB9IK+B9jv6nfUOsLv0gO43VrJz3hAXLZ80LjMcy0zm4lqbnMpQF8ERW+MLNHW0s9+TneLz2BTjzsFD42R8gIPeIAMYtATFWYWK6P5XsDhzLL2T8PMrSvNZci+l8A+3AlTeCBN3BvKeGDlWn7uuw6X3YhfZpkbTqFvLBfYAtTiTlmBnz1ldGAo/7fcvbO8SPRIm+lnUY87Fi2CGoLUi4seZ14Xy1HHJmhwl4UKSFFUtx3OcnBmutqhBurholkPj6Z6YTWNLQBW4ZjtJGS/EH/bIe2m8QW6foQTxzMeku7glGC6uQzbHpgVLhqHRml4DRBBoSvlXID1GxuYFtPs4jMeaeHWSe1Q+mCDWcK52VANFUxvfVRAv0okz0AJSH91kErWNRD8XSF5vlm+DKcm4r899TTf8FlsjurD33JFIuV1DwnxwTe2kifWLI+e5bmrMXywdsH7x4Sf80kF7gRAkezxDguVzVoDQxNbp1jopLYxIDbiSfsOQwi9x+wFkYD6gL1S0Dtd97oNDXU8NrrLZgcIHfZE/ich2QWurhd/mdBIgUsKEeMTb19vo+uj/EZmYOGOtvjq+ns4a4R858mrXzH3311eHOXVv4FlNXrjembUBb+buA6uFhdvwKRPxQ+xrn7CJmlA9p3dNB/hRw3Hypt4BVbdNZyL+seOgGG0mLDp1aa8CMeL4EHpsyuQZKeWQUa8F2DmJ5qI9c2DIIGOxe616BegO6qnCcumdfRR9pe3Aupf0baiJW/ANC8kxA2bt5mq4Kd4fXMlJIiGTAK4AEcfAx2KhimqQ8E3KPfJtPw21qkV18iTrGym5f4HL4DePyqB4SGZAc+UOFIHQFAXEzNPVIghoCTZCzmQ0apGi9nkklBYFKOGKMRjDRx1pFpSHuadUT3iJQo7VnF9XhgzkFzubl563dQBS1ZSjCe33GsV31U66v0j8Vx13rR6f+Sq82qOFdMci8dpH8Fq3ZvxRnPiAqHv+fE8ULKQEKxzeFjS8YZP+eKxgFq387egQRs2tuYrLvsgMvUWD2JHAnHYkz4zptd7vTqkU2/sl2/lzqO3pUygSPzbksAX31zGYRTLuGRjBIfs5vijuFviu63co1Zb+O48h6U9d8P3sitiK/O2PGH8W7KRD8iZGXyL0ODORCeWKjaLFfbqDNV0S4fRdmaoTPhxw4Iwy7KiVXBFjTISLwSTt3D7SufZ34qFozPisurvYB8RFmpM/HefJKTlyish8Jg3Gr7DaBWcs7T44id/+hYbRCdANni5bRJlA28nNVRyJolzD1p4WemdorDzGvNZe6ffP3uDZxnyPA0GVjPoBt/03AYyJLGWqVyS4JVipX603CCFucPKgtHyQk4uAl57ueeU2UWwEaq2GJwoGUdDkDH529BMFyrMUkXwtlmEKXN3cqeLhG0qhevFr52kHdBvAg56AmlNCiNtjrP7anP/DaIGKYIXD+BCxiJPIVoEtFSPC3waSkM5yBWcGYW5J3ZmXxpo7hcNjwRlRbEbFEpARp2NROiQZY3erNsgYg3oBsQq/JKoyNw7asEcfQ/qDLtMY4rRAjIg8aeIo1gI9gVtwJRMmI/eJbKEplSdgRYX0z9rG/TtBvocbL7ahC/vFFnDCtMj5zuJPBIjSJ2afBe8/qFML3jA2gQC7J0AYtVS7rGEtAfv9Q27pRnr4KEOZzVeHppJRIzl8PJw5vfyMLO8PNKQXDbOqL4tcfP4z3l2OJqga2awb+TM8uwwMz075owRNkkouQl/28zyVjBn81YwGW8F3YSmJpI8mxCsbJL8NmZGfhsj3gpnCYU2s8ObZ45zhpvIwrOGSpt5QqWDz+cMZ5feYzIBRxELCmJ0hm7l8kpONHY5STUvatFEk8U+XUtBjrgMG2b0U1puCZbrvGbdZdU/F07mcKYbhYW/QT55HbzEoNHx42MGVWmYm/VBd77lSWgTmFlmZZFkly0gjnTDlkZBguQWaXwF2iG27GNMNvmSiDjutbAa8tENPWSB9fkbMGfi6LRDh2NJjB1qzzlp7TnNFsYqtoMei2AnNM8TBlxIIulgnfQlg6vLASVNpMJv1Lpv4BEQacoKnSSxrZcktvXi/VqIjmMgGjkhgQQyLpOdHAkRb4ocKUSXKK5yXIhOY+xskqQ0/adnwzQ1/x68MJ9JQkmh2A45VNzX6nO7DE/KGYeb4BApDtJkdg2BmgbV55i10IpzDAnbutmX0IeF1uuVo1t6vFY5ugmhPrwg10jbzE/ITHLqDy71xtU/nfC0ERAQ7gciLUdb+uJVv5B4yO/k3LyogUmDwu4OkbPSWcbOxS3usbfGYFGn3xqzvnAZOzvAhy38ljod9HLgAd9tYXMxJw8GALGPV8Z8zpkxYKfihzs5MjA+/T6JKA7/VHJoSoYULeAur4Fl+guTvPFP8oZ0JH2NuU/GhvTMj+UZQ7cD9k8o+0k2Syd++X01ievFLU/CPjeyuMgpNWy1JOHcWdOV41RQSTgSw7GkHRV3trIX2FzSvsiB4rQJhXESrJlEqCZ+IksRbYSIB1sBpCU5WqHK2UFRzhpWzjJV6MyW+GxNMjTztGiVmWZ5KT9Dr+2xIfSsem0S91Sv7WWrRbESEQgEW0o9NsTRAkoim/gUpJCtsp3wMRUoSWCkKv1xdBAOB1mJW0ErfA7vE3U/x378qau4MzMJi7KT4KhnwQr1JmjR32X6C/Y6MsE/uOwSTcP46iv/A/lLET9FAqAzylG3SHinXsyGE5oSR0fgtstU1MeMFDiGvagNVFFCcI2G1cCzOscoGu8TII5wqj/O7cLZzLBSo/gcZ0Cli6Ncj5hTpTo23Z91ZFWncU16Y9Q519WouIy3qzvjIdhv32fUAKeBEUqk6FlNXCfBaPRp9lSRHIOgENc3OOLeWNMPrmroIjTFz6ZuVC4l6yusKVDAagX/7AoptIiEEwDSCj/rxTnhry0rXZQ8qpUcdGsAJLByGkElb2gqJDylzzgSX6HBLQw+vTaujwa2gZerdyR+Ajzdv3NjHCAY/rWbpLaLzALXc9Bp0SC9nhQULmko5IIEW0vY7evXVnxOasPxObEnihM/8YX0wF/5opUbQ/zRjgZO467qFFKUk9LGtYpyflBC8BAMjRNfldlojT0IavU9xlpvDeZMMwZHzpqyH1jg9oNHc2bxziSftJQBe00Da5SXCdNuILFKzoXwtySrAjs151hj3eCKIQuvMY6TjI6VRbjSVGH/xgXgvrkCwkLJFVk/IggvLLviChuSriS3vnyB1sbeiazR6+mfcAMSYTKrXkaqpHraQRVfBA/ryMOeAvHd26M8tox3vVRhJqtGXNheKSBci+SJ9XBYKkMTSIvBHqMG8Uae2DuIv+fYp4iBiu7AXhOV1qlzIGfRjM98UPVSpLNBuMdYOWBhx6+46yXinb4VT9Md2C5JDqALYP2CyUrDaNQwIbeK4uWNq0Wyu0xsj6epsTv1Zy3r3uE4DpMYF09jUQ4c2xLspln9CyTZfeJc4iutEOP6S0mfc4lVjyPD6rETF0AzTD9AS1yD0VtPY6U5p8sXsPNNRJLsoqgu/D23QUsccHbPSI6JRR3lxJ4cTBwIrLxGH0CImT8agEOjVsRsjrzUfvzcu2yn2G04FD1UgnFc0bew+uo+jx3kE5MmY2GVGZCB1BMRKnLFrID0oJouNJOO2Ur9SMecZt4qiurAZhl1bfJRItyVNEuzm6RjdmelY86pa7hHiyPocWY6Ztasw3MqctQmyGlCG9hPxshIaWnZVdHT5KKJCqVY0XzOSb4wda6GKGTlJCQXJSmJk4su1Pz2TZLS1dhyT6F8qimQuREUqDlQ+cbCYOGslKVOkrL0Hb4p7Mz4sqpw6iljiwzrGL20aiBTcC9uEhzNDmcVwzWsM46VUqLDt1GnTqZ2dWg7J96M+9Th0hG/VC9B2Z2M25+DtHBVwsjMJS2UxDvtoFdWli+fCAts4S7aEla+qE5tlEy8W2UAsRpZGcA/fxkgnFsGMDNkAOD4PVYGGJOKd5uT+tNDPM7nRQC4JcrbahKomjEX/88zex1YafbQvAYmbD66CuZKPupEb12R0bhpZYQ6wWQwvTzuil8es/+Jn6UTvOAmzj2+wMKN5VzcSOqvsAzGMO/OKCsZgy9YPAonf5LPCyjXSZiRs1KMLig4BeN6fi4fxEupCdrPyOvWSYet7EsWL4uR7+DVxA6trXjNbPklCaG5DOc4Mv6X4R9a5kQmz+HkuMNp5WhEZQCPZLbNjUhIq6dH8P6BuQAiCKepgDP+YqRGBusVvhNYlIC1GVHqOHOkugz140IhrchwPrEm/DpukaUAJrp12GLNsZnEVVwnyI0PwfMFNilCCmeIFtFknXlbjDl7/m0x/FDY3OdA8uRqoz/0VPcXPOOa/E71qrFbjjMwSN7DRBRCfrlQNoVitSY5a+RVZPfixpHwBZdz0/CCL2VAqeRZpAm/YcLvqTAQieu4bAy7I4x4PWaK27xs4fQ6xGuKB/Q3uDDjNfKB1cxAE7+jYErGz2cNO/e+3dW0H6iM9kX15G1SXrtRpEqxmqHygqu53BN2zWbha+EOmSTRQ/hRL/yS1j5hZ2ATfoYo30M0+UvDP/ed4E9cJiJS/s0RCzwxW8yeL4kvjdjEWdzI8Z/xZZF7KzHZXMyASC2Z9t4wGWCel8J7S7E7QD3ykYVYEaaknNF8koqDra4JWLsGu0o6xIVaAJL9YCuaU5yRoKRGNPEl8CXjFOS+pCBntwgiO5JBHOJaiHqR7Ic4heBq8frkfPxG/DO8TBUCTadocZZNpyhKMNH1OImX0IwBBEdcsTJI8TYxfJv4977KdpA9Lku8qAamabx89eBlzVReypGxLbx1JP6Dr3Imsc98lf3cv8x6pCiprLusLLV+JU0OPf4nXxWRDpoBN6vxYt+tkmrMadVPcD2yRvHJDePpInPN04TTr2IXW5yJ47iPEfaqRosYfhZkWtnZTGr7ZjRartYm94Xm+OJBxK9JPib4fYrfvC+WmsC6LzmWkLCd5nO6qbUMioNtKdkHeD2S4mOnv7ATvkVCszm3S3jMEysHsjlJVmmLDdLnuGAK7z5a2WZWY/g75fWvcB2TpQQgAccQYv89IkAmTIfo/CVbicO6MWRtksTuUoaFTQ++7VAlT8hK1lkU/eHz+rifPO7I43lGa2rTo2XKSY4rL3zYWN/r8JArMgNcyn4AsfwRriwcoueBqtKCIwXTOEtJ2iRL2Sjl6ZclmlNcXMrLXV4sRgp3tV1uGvzTssCcB0BWvCBgCq1YQTSXjqrjoIdF/rEvAEbMlQa6OUlH09QDfZzP5U+n6OJRAy8IP/7gw0CHm/EuqLePxGsEbFfT7VaNvV3l3C1HD7KedXF86gwBeQtCRAVC6miEdbzLKhfQCmlaMi7ph6yBHAjHHknMXjXC0+a6CikhSDa4ECf/RZIvrpYEfTeWF0jSw5JkMVzIWQxhR1rp3IRMJxdFAeSvi8V+wxoYdtwtRQs3wPLPzhMlFkrIVELi2oWQyBbxE3n4EMF0BNebWFwRyPaCvVMUb4JFMAlBql3LRrv6kmfj32ymhzoszaIoJHP5x7i6LFakDnBeH8BgjSR+kmhDC3aiP8F6DsAK4KSR545GF69pgLGrYYTMVgGkFpF8boAnG9b3BvQP0V+j4ltUQkslsAQ5yC7/JbpoDT9PRv4Fa7drJNwCejygb9QBcGEqiurDl0E81A84x6uBCo4xm8YdFtbqogsAg3UxO+HVsdkWkAr5WePRxQ3EmyLGRPzl6pDRGFJlvlJaYyVAZNOAs0ilKIWHfBgAuUR7Pfth0XsBnBScpFsi/wVExHchAaDKrM46zDP2kuaR5gKS+fj5H3EE0D9yvYd8/Pc4XaSn7AcFzIsCc9CLveKJE0ovZ6KCLrm1B+zwjPQzTvzww5z56+uppjj4F2PMziStmsht14uK5Xpgog0TnA9Hq4FwXClU36URSZtyBGlTmvhSMXspjD953xFHPW8kjUrSiHv+jbzt/lmNmJ+6kT+e0chfuoSEWTP+02B9LR6bwfrMvxkRi4AqY7YR3gBtWmyub0adRoe9akWFG/5GOSeOuDnOLeiyF6qKz4S+uZaOPNnTDBZCy1Z64V96qtBdx9FoCQGg/iDXdPguSEOJWy5UXjdCJFpFPz4gljV5QqJiyYNOFHkRgnBghnfDe30pFS9snwOsfaOADCxFn3ORLC2UZGnTGyvxIEuV4UFXtErhn6b04P1ukqiCBSTJ9uKzfwwnk4GuTXxhfWT95nKl6yHJc/Y2TmWVx/4WpoqNzHnEoXHoCKFZYaB8bq1S3CCaLfD/ovwhZswqe3xJuBjlJiv50Sivmp6CJEZJrtZqetZJNiFoXYrXC6sW+euSnuW0ZzluXlAnlBNikGZp0l+ngSecOjwnDAfbmHe7IrGLW1NcX9Z88D4XmnmxsJHT3MAlChrZHGGUiKNb4z1fc7ZW+GeMnQkRi/ICXYLf0xXOCx+Ir3SgmnFHOTXFC/SUPJO5C402u72/8sRf+xskw03MlnyX3oOCjj47wjr0pHlnzqZYVxc5wspwihL7Lj200vnbD8C1gpVO4HhkMHE9LXX4DmPdnz79ajeUlE/QXghRZcRSx3FwddALPOQK3i3BbwuBcIm9qS6qg62SZGWu7HdDhQUsOmq0gal1sovrrMYhhDZuIX3uoM06mnhrLoRr256nkexQEn0tZKmfLlwomcFYokfVvXKI+DL6Qzw1AEE02ZxminTp65nsf4zeZIc6+BwmJxxt5XPOE24DboJepSC1jlkBx+6NrHlfW8k1cz5KWtJmTqsjaqg801gPzo/cgHC2XvzCb1lHB4+zZVBPxHuHu6j1nX1P43XwSDBHZ4P0JNjAVD2Qzha1s/7MzsJdhcT/oJkzbhFdSzsbzOqWdN2X7Z+v7WqN8ywYPqKm60mtgH6KwwophAkdwtvDcDkHMglMgBPiPhNMcdeZsfDhzS4X4Fp6NUm4bY7zQLR4F/wfxQPRY4MP5oiaRIYP8NvBhmYeYLyTniDNbbwTsGTYWzava4ZIOURJ55EyGFNIDeRHuTLeCBsSGoqoC0XaahgJPPi0CmpPptbUTLqWG5K4KRgT9Fs0B2WumbeAtVMRPI11xe3kg3oUFFKMQApSDmJiC+vYx6W267m064vm7jqhD051MIqxbWzIz+76gvRkgazLgjm7DlNqtEh6mTtr1xfYri+Y1XUEP4AxLG5oHoV1l81HseiQOPsMJxcii/36JJkEsr1sZ+AyvOracZSjg4/UA3SpoIBwNaeV4qty7MoxIKQo+SKNjWZk2sItnRWaamINyeQBx/z6mHPe1vOrEDLq4QPaST8LIXLXSxgLZ/5cJvciepi1QPUiPtVDndlIPwHkwHr2rAXDDU4uL1ykFz/2Aauwhy3Ji/cm5zh7OdmAtKDxrg/Ys1zNWe2TKPSrAYFj4qSy15SLUmheEgVz9d+VzlbNwygiCGPJ1WS/kTizSkEC3b2ouFFC4daJ9hzBJBoR2sCY2qaJRyhJEZitANdh1m0FkrMOuX8rknoYglJBktoeYBNmhHK+Txi2DaKYLEmDfyBGaYn1g+GTZQWgCpMk0TWIHI0hNk6HfEiQhJNpYkMCwWEcaSHKiSBRm3O6bGqtIZBC3zeUcprsUKbqUSNeKfu0JPpeLY+9R6dwl0GdcdWIMVYrMBvjhHtZXinFJ0F2XoUkkz4XJ+Aowpdhlvktn2WFp/DAMjzAzg+17Rhqh5eQvQFLqZNsCeychFSjdrF6d9xYCVhbCJi8NiGGQXwA38ghIcHO+LMkEeLak3ts4lBSkh93ApJbmVGeZiUl2ZEg+yH1cAhbuAe5myutbiNG+gvUjYN+DzTnV38aLHnQQ+py+izJnvA84oLhQFCsJGkdYUtsprByTkQqzu3YoGXcaZ3VrzRGzA0LeuViEqha1IyzYhQtsGjIDYyMjnBewsSiUMj6QZAAz0mWj0qeXE260OK28pRxnL4wA0XSqvsy/9w5DlousJuVD8Mm2yQaxG+/CLmX8RqS37EZketFIEOJCXfxUowJgGwWeLlFwGiobFKFPljS+IjD7/ylaElUKc3GXVeTkhEsEc/i8Mnv7uH4BT6vAQYPwODbfnjwNWUE8m2H7OnC1bXw9XhV+CeS7SQymgBle7NohyJ54DuOPrEMYdr8UISHAh3YkAzsFsEdY1DsuDJSL1N4WDAfViFeJSLWF+CBK6ZoKefnh8fZiQycObQK/ijWr178dFGrUQp6oi4CcnJ6Npu6euRUmIL4yYouLTeoRqSBruc0vEVt9AQD9ci2c289/j9dzyF8zATXjxFBQSQ4GL5wCjnHd1QKzfABQNy3v66ZeoJbO6ivDVASNFhbvy/YhAV8aa0BrhOILsisDUdxQZaoWTC+6M64aDPiyioiV95bNEfKZhQ3uEksSrf0eDco2pbBImkB+HKJ+cjG4ZkJuETX9JrxIFckL0rTN0F5+Bh2QxEVJFgX5XK9hzPvZtcMxvt+/BMzGt9/z/oGtYchS0Di+MHmW7aS/ZGmp/fU+aOxAmIavwH6LPjTr4R/h5tJbxOr1XClWA4ZStjlWny5wsM2yQ07DXhKJ2BgUjoBEnHG2HXgXtA3L+f+7WWh/UqzSzc7+/Q5gqEY5/yWIk4o7olRaCZAhM0UConmyqIRsQjWwxaYE2cdQVmYd+K9PAlUNLF1OWWIWyXz/0OzgVGDR6iCQwgXxR9/DxzRCexpywTcwffD616iWVbbDDXxoT3iEiMzeKNF7jdVJIdOxLZJGagfv2AXiZ3gXpL0xoc9Viidqbm3SxA+vs55AenjQgu5JROF4T8x4iem+89d5ZFij4+5H9wHnObXKLgTszghjiurwvfjsUL4IQA6QywUOiWBV97Hx5OYNwN+atYWSR5Bjw5qfEwdDP1JMGPdSidiSRCzZOIfPKJ6L5UeK4vhaynyI3gyvnpzD3FtfHRjD7FrdeCCEEtMD60W00vdcq+3RxK0I0Eyu8svlqS3EkGC6LMpeBns2R2zJRqQeQDHSyWChNpaJvYb+szS2hidgHWZcJurk2AS+mUTb/A2GCnE+8Avu8zOmJSTMVlOxignoy7KhCo3wMwG0S98RpK8ETaWCtHs7M4tSZLTN5IWZOcEfC3i/A72UKKGJcPCKof3UnyE8YRoi0o7OHZL3/KkQuj19nneg/JaIT6ZvMb3PLnn8j15X54ko/SOeBs/y6yXYWWCrcBFDH7wo5ypS13R3NWJe6gJP+1r9kovPOaL6ZRJi7hfqOFWIsrutRE+niS5klTs14KqcVQwOyvB5FIHJskj6xIHE7daTNQ4Itlj/PCIK6xIY6qgYEeCuIQIUvbbK4iXFaOqpVI6zWiyZBOrJ0hOvKMLYjvyOdt/ixxxtDtnvvaZrHEkrTiGeVLQ1Yfu+4gr+T6TvFS+cD++xifwaTE9ZYYB3eQ6ADB/IFR9jBTa7EOGjhThee33sNNrIVMWIKcZEZhCa94KdtZ2JJqf1bz5bHUASecvxYBKMvviQ1Mn5hUCzi/5mkea+PSk+kHnzB3iiT0ZuAF9/65X9pTwk4U8fFzzXy2FvCScSbc4tjYRuct8lp6hjRzJUSuXA8FRi2xul4fFEQmc4jspWUsgEb7bVb8gHbunD2niDFuglyzb+F6TTIrtrORUC7/lK7ekpsLlblNNA6a2AesYGHwCNnP139B4DHZuHrGlAq5HGmm/xvEZkKr3SK5F1pmkELDHmQm52t1KwqqG/lm7kE9acNLCRZpWEl6D2+E6TR8s8GUbFawOz879RCzUe0B2gn1k3YR4I2Ihl44Ih7eHDeSpQ/jaCu+V5MzbztkFvIkGcRMXiv8Zs1AbWuk0olONUkbK1xxV9j7y3exVl1VbE4E2TvzUO4jI/W/+bsTetA5S67ns0s5COftQGxYqOCVgfDR9Y6noa5vYxsu57NU7rkVM8ys4/ZRnXyZu9nD6cqO8HLLDRPKyqXk582Vw++nLpax1WV4WM7qnaUTQQgvfqwAbwsAMI/g0Y/qySYtzBAd9KcunWYBWxy/8Djs/EGDgiDN7xi//jg32OaVHEuBEGuEX9QK+e3ycCAerjKfJ2FEpnFloKizjukhYa98E540TiXfiHe6OwA/CC2rlm3Kd/VzZAa+eIDn70cghBfdGEkt5H+ckz399olBnDxKkbYd7jM0ONcIvC0YOf9fURutCUoQnBiuQuP6qPs3Vfn/HRgzx51DHpF7Exnpb55SRYKaqGZ6pEx+DOnlGEaUv38pLNVVJzGALEdrAQs4KIxiKhA8dMinWkjlhgNlIAvhLdjq4aosr7jb8HBCI5KflaUZJR6xl8oaLN7j8iC63rr42oWumaYRomeBa9jZX8vYRvWXSKXY3T1CULYbLJah2I7ngx6WKVMVf6bwsbi/wQIG48jJ7cZxyy35NQRgpTOWHj3uytY36p4D6ht8Xl21nXZkjyIsj4WNwF/TEuSLJAMPu1xXiK5a6ovZBWbW12kyTjZGBg/4JdtU99g14ELKPBVaRnUO8+J1anANS5SqHXXFg3LrfMKkn7PvPJtk8YinlaM+ceGEUNzQIY4DyvPCx9kYkgYKRqhRG9rEHg36gmjOi2BsaNISrXsIp8yOc+sVK+WJjZ5GE3h/RWLES1zVmz05vlJVi/PWAjdMIp6wjFkjM7ElUZ0GiOkviGQx2Q5SyiHx6IXH9daTknTq8fd8gkZSW5pjb480hBkFQNbu3RX4PO7sZcXT0Hwc0LpPb4soGs2niA7tCiohxPhlgtm8brqATZKI+OK5JC5chk0Xqh1ZM/NBK8/uhiWvbl6TCz5y+aH//8x0o00kZqjKkyVA5N1H4FchU1teuxfp5/l8Z6t8Z15OhRoJdYSnwrX/Yk5H75D2VIr5OAFV8vKLEnOBsA0fuN0LPA5Pz15CeD1UmxXd9KZeqkIAEWKH/w7VlT4AgWfvbAis533wbq0hF+Zs+7GgJF6LewlPA8zwukvWAo2R9yaxfwBXJ7eZw0nZsmbTyqMPlNQl2H1GX2ONJrt8S/Gb/WMrekTScBqKtdEIucrIIBiAuaMTGs3ya5s6mIq1j42edpiL1jFS0bnG8bmeDHNHKXMvB04ZzszXx7nSvcC650lwjZc+aVzlr53oLWZvysJ+gzTykSa6MFwkfe2238xqp0LOh2wHEFVY5K7hpc82Vzkppeu0q5woah3LLS3lXgeMKD1h9MU3MS4YUN5lqO2CmrhNUqS/6IgYVezgMkwUiRiGgp7RaB1yxuEgBgfBzRgL5/s1NyzuVxIdAy5X5wlV7Eu8JEw7L8AgrA0J8a+uVJnPKES2f40TEmccc4XhpDsPv46l63Jurm/J8UnsmkOBeJ3zZt8cGx0eNRo8xo8NIei1zx/nIWJoq+cE8zQ9mOD+YXtbsYB6yg6HYjmQHy2l2MOvEF3v2+ZrcYF6SGyzHucGSx/0RAeCzZQbzMvEYKBsX/K0RJtcmom5hHMVLo2QpL+iDbPCEXf7JFX0ZdAF/Dv/UH0NvE9GxV5vDCK4wvugIXz+6IOe5rutb4awk9MRTyVDYIK6a8otk3hDAoBV8v1vSk/iD71HtkOQsoyv7kysKSfFH7ZXAZgqViBqOQnnGiJdrojGGTyyYKS/8tmcTa2hWPkaIjYlLpEaZvssXzxjg3bmcItnq5hJnHV9Qdm2sP6ZyjVaPDA+58WKJWaGJ4UyJGuDODjrSplaWZD8aaUpchajlH5jEReZbCnrKYytq8SQ2CHWArPimd/IxlwbbCPEtEd2SFKUzJTc9EdsanZdwXuKaqVJ+jMzG0PDJYX47s2P5Ca685HOMJiP8SShP3tRM/fOtHDcJY9WbrBAJcOVskSz6wVM5+LwRVjG0mMUGraVgCTE9y4UbkauMAtZS9quRSlS0lUc5/aqwhdoUxzJJ08uSJiLhr5ZqzgG6UJELFZdD3/LclEA+8tZlPHP8lJUPjimYIUW1SCVc9NG36kfW9a5y4DStGWKa2PGYnT0IyP5MMGElD1wI03CLFugl7rdTnbJiwuw3xnnJ7ZXHda4IymBfwKkfXyjFF4jvbVhLxKKLPYsQAwI8yAnS8DVt3I/rpBG9K9mDZ/EzJonYtiHBrDeRUBNbyGsZxwjEL7znaUeYePzDixW+2yzRzPcVT2nSchKdfTjcGdF3GLBEjhbR8ERbX2S0jOVLioUJNxQyB+UV4xLJZf/gSZ0r6Ej+0pcANFWumIxy5dRDsKYnuhjhcIL7XMvPhEn5uDmSiLNvXeRfnyYRly3AGlBft0ODzpGNamM9i2+hHxmI+XXfQXhMIORSQuju00NSdNyvhyZBhb/tcvlOqbPmC9OS60mj6jiss7TKKQmjYzTvgaM0zampnKiPk4Si6cDhw64unK0imOy0FQLEPf8RA4tDFH+c859LqoCfGOZuV49KDgg3/AuDhV0qjticosKJr5LstyJlWcdu9txfITILAG6FlBwiuccNH3CT+rrLJF8BUK5kAOW0GU74fzyNNhFvfV7Cz6ceqJyqUeqSg8nkCAau2tSIYG3YOdNqAgWJrClIcT5S1hx8VpLKRijpjic1VqDA4I7JLbDCuYlDCgpYC08rQq3lfDSepHdcqiEEiAYU4lwQKTJDfhlvSD7F4EmTpHrKS6ouibrzQH5YTsszIGjBNmQr82wZohhhbvALurdIRjjC62tJk4Je4iY4BGgt8gm+zIsPdp5zi7GyVXebpqoVnlkAs6jZbXzRNFi5PvifBsYEgqGioE3gZtZTi4UOAnaePSg4L4Lw2YnA6q9FnnF2zaywCasOLokXS67KwlT8AWSOs86BUjRQeJudk1xxSuOWbIpMIaGEVJHTlFYcm8MVO7kmRNcST39Tb+p3JkKL6NLgvc3qc6hZ2KRsgyFzbCg+d4WBS29n4y1hiNHtaXUBKUXtIW8/W+c9MatydQHGXkNiIrxFLOFsFItfQqb6hUjbr1ZwtXUvIwiqm6/Nulltrh7VNu/99BH4IUqbq9M2ryl587VYnNUi1yHgJj/46Uw3b9Js/nR4c8kPEhBWOx+2xpJU9cPqq6I7swwdNLOcz390QV7CBrViZvwScu7XIXk/K9uEqnO1MWhHf/ikTe3PpQv4J+RKs9jLP8reXSp3m6QCAily702KBnDefT/Nu09Ix1b6kLsr5G5LSWUCW/xa7nbK3VbB1r0j8YOfyvT5Krnbywn6i5K9WHRBrK7Ny6jyaakBOBfHP5KaBe8EAuNSA55E1MEWk0m/kU/cTppsbnIaqIccWamRXOeBkOh0UklFHm3UR1vcW5YkOTyGUGjAVeqOyS5mlKyyqMW0LEM+oztNl1FctdPCC56YsDwty8Ar+9Hs/Bflbikoc3pLyUcbpNkOea5YBZrPlmUo1pZlyGfmqpcLt2bmyk/mqjeZgKtEe9KqMyUWgHt5llpTuO4MmNF5wVapULepWa/ckO6uG2te8dI5bqmZ4xUyxy3ZJ+C9nHnkOnnkWnHXeqGm3kO9UBIN4hWVqFjewu9w7FSOtS2aFIezFjZJDmPS6PjiTBB+hWWYnFCsgF+o4CoXQWhKyW9O4hcQV49o/2Z+hajx30q2FaszeZ8rqgHVDB168mn5R3S8LBOnGJUdOp1rOWdyvJ+eIujBCQ6B0Z34URw9+mRWxexy1uMFHqlOiLAcSNqmdlw+1fLjTvyE3IMslpM6wkZiFpBNYZXzKqiOSOErQ2vizM/gO0L7IhOF+KCcyJuicOKGmuSUP2m7EaM4riP9dzg/IJFxiJ9/aBJTkoifxEB9wmUxL8mqsAyx8yKDCHlpOkuKd6bUK0SGNeCefAThsxiZ+DtpW9jFZnayeIYbX5Xa1tioxFJzH4i5Nfi0QZzL3Zp4WdT3JN54kClPOSw/uOGjHhed9VTm8KdGKiz6kx2RVX7Mafmv94oS/+GsfvdqzjdKmxPh9BKXgemCa7W2iigYjULnixzAHp4AU2cQZMdmkwiL6YT3M1LnLKfBR8BJsUGJc0mkrgUo58rF7sQhwYhnAfgKcUiA7At/BGwofcmVWIbr7ePsmyJv+eqPIEUW4Y7At1y+lbojgAe27gj8KKAiOKlSbmR9CVgZgcjyw98ks8IPXaFnzOyHSGpwp5g48vFzhrNVoRB0WpBaQoPirz/L+Pb1kjDgDz2x+3GYC5ChI3iTmU6bRV8q1WgV6iaNqdGG2Bfwy67cJhmiScgqoj7JCCLOeuE7/SAxxYyKHMxo4B1BEhIrYjAzWb5lsvZLEIXEyRRm8gMJq7VzrpwD2O25+N/FLp0TmUZksjwYB+IfgCn3mZSxSd1qK8RWLxbWZq8R5egekzA3e8xI/Jn3c+xylrnJC3NTmL/ZRXM0eypp9ilQu0Cb3cbNsqfmFOokzddsOEezu41t9svCiEizu8XfmP0lHzTCMZ6lYbOmYWGmYaMNh7bdPe/PtKtaMWEY6IG9XBG+FAbimpyyDnvNTN4hnL8PC+boQ2T78OlPMdVKuOF1MrJl2T4smL/9hjnab7XtH0L7RW2/NWm/M9t+w/ztl+ZonzlvtP/E+zn6MuG8tf1rsu2XgmyO6iLvKbwsiUzeacQfABOaswW4knJUStXfCeWPLUflStmsSBNKzqgFeEMKH8qgaDfqrSjAHxee5q9Yg7I5BdWxmlcYbKcTQPwaw7e8KWzmtEk3zy5T824+AzlNtZCzVKa3qeaZltpnEq4pl3mmt/aZq+SZXvZSts8oa5U8lPBWXuahkzMeGpKHbmEGzD50esZDd8tDd3LETyAoVnmz/YbN9+pwnfJmPms8ankzP8Ob+Qlv5lvezM/wZn6WN9OoeIcfzWhIfEHGn68x14jp27HaY1+sJS8asd/4qL/ggQeIYFcRhVFo9bdq2BFvF6im2LSdGMd9NY6/+HU1jqshgTU1P1XbLjWcGGDen6aOMyK438mk2eWIASGNdPEpI9WtVJPIagK22CEPZtzJXAUnOvwDT4J0NFD2+ghRfSPhf9iKNA5xBOj0X6MBzqYmIbHxUaPBrSe0KI1m2AFHZA9esAcv2oOX7MEpe/AyH3Ck5nOOeJN5I+F3odRYap2mnYTqO/FT9rsEd+i97W8QfFb5ykh1tKTSRuqsjLKWzZNWiZjxrUKFcFF8+8J05uS1bHpNYTBJLf05Telg1yxIvVVdNeKIaTmp0ROJ1mWpPEFaW3GFg5NaI2N5lOjRvBnW9CTpC1HwnVRBjqbARwRETg0d5bxWuFWLM+nzYo7jhj4MnqD++maOnEYWf996tnF7rEbSFHR5iI6QEtiOLDWDJaxSpCzJ4W/YWG0rI3FxPzYeBzGXxiGZQo3GORFY58/ib6zCzxZAEkXah+bUW7rxh46zzA75/wsmVWB6qfqywUm1jay9XIowPNFb6OtzqTCTQqd4gfWc7/RFTzmnXtIjbvV3EnN/a6Iel5zlkiVVNHUEJX9qI4RKZS3FmGPw4IhJBbplsEP1IBsseg3WftkI47p/MkLhXES6ZPKo8sRGmteG4UcNwWGPNSIWxYjIuOLdqSJVcB37Cv6xC7VhUSrTPuX7Sbw8wgdN+FmfwIXRHzTTJQ4sZ9ddQMgD6oOkaoxcMoOch9kXdYZqdv1MchhdYczgIzONjye+xlj/x5KcJVKvHwdFak0mGuE74nij9a9i5FxHULNRL+BQjppkMaz3cLPNixa/QF8J98C91UF6B7Fe8roSb0+jaoawZGo9HBqth4NdsBY6XLDKuU5MPdekSKBTrDmtYolhz1d4zCKLzlt9uRd1Swg/St94vXIUIlexKzYZb2bj4sPD3gaJs8FPFiQuUzl20VN7a338WnGKLkFIClDUjrRSbHTlwlSpfJWbLUikpXYWtLhG//NyhE3NHP8V8U+Bq+M976xtQF6g+JXc9Q2kf2MVxu980CejKwxMxYkKCs0EUxXx429xT34iplPCS7DI+RP8k16PnA1yxz3rHQl4/SnuZC5UCBrXAi43jCBROfJcIeP8JxCOysUn8diFO8okt+ck33d8KaTdInAZXXc0wY/mttSylS7njJXQX04tAtuoy2lwOfQOhSxx+/heCfZl0X0DpwCRTksCBssgelCVLMAPyhhCumzcoRUbFvKpvyOt4XABXylmrizmK6XMlUV8JcxcCYHtJ26N3R0VR3Y2Z7v/EetokEQ1/iEfMldBm3SE1nkV64m85abUw4UefkxXLuSWk2ahYfOuMI1XOkWIh7mrnR4DtdnzJ2koXAI3vfSiwaWap17gS/nspef5Ui576TBf8rOXvsbNs7cjwqaxcHmidpGES73irFdqlsT5kEVlo5bNKHLC1PgnWEmChU99MFgHrhen8cmv1q+jGfjQqfp125Ek7dS3AlQIwuH0KTr8qzE5ni6Nxh+a4uPjH6fj/yGX7+sdjf/j727kk1P3967fXjZiZaDlQuqLOk6O6zLogVX5/cfiCgfusrvjITpj32UT1bFLI0FfkRbpGeTk54oVDHX+BgLSR11JH1uQzCTTHwNAG1Fm4W585BPqjuixnZ+nxWyXyApOuitVKSSMiyPA4TOW+aKUQs123a3t/Ds/lO38gx/Kdt4kTT2vdS2ynX/O1HT+xQ/VdP4587N1/nlnncaIcv1XX8P3XVt5lQMaVzhP7afukzUa/KUttnLaE67vc/tl3yLuiqCiODWRVCeFgHMc3fuCz4l0CkgCDc0rujbJsQmnPZ09/XJBEk/JlwsrnEcfj7kSL3+5IF9+jBndQvzBx/XLfvJln+Pr+cHMlzn9tIsvG/vlAlpJEAvnSHbgg8t45aJavHLJLLzyqll4ZeksvNI8C68sqcUrF/1UeOWiFK9cWotXXi145dWEV4K4XuLe4axFAjdN6b2AFVKDr3IapGBeSbVuMBuvdBpoV9/Lys96CWEOpGBwzNxtPdR1K50S9QVwPBqVpOjOGrjkYDFAVvGGDdEJ3qnSY3j2jJWsP3Yl/4qrcWfih/fT5nuUtHFf8rQc9xzOpw+YxMAgvJREP8Wi34cr9juNprVjcUbFbSPZlWrEbSP+BJ+RVHeOitvGitvKk33FT7MapRxU8MGU0RTOiSNLE0cYfw4RrOKJ/xD6Buc5L/7K+9l29ecsdvgj4nDkiWcSkWpSF+x+W0yMGn8UpZF3I02J1wztEDWQlbmsHCYTF/xWKlhI99Qa+mPNIaq6JlYovNetyeD7HckcKL5uaC5+wg3PuBIInYlRc7Q8gX69MXEzkWSUibuOGCOtK/YyXsKaulY0EVKgSFM3aRr1yLNB9B7XxI3cNNNcDpnmBBvaTHO+jon0ER8z2WyP5VxgeXIVvtQ3/T7jGhJsxAT9ZOQ9eU8lp27LRGYfx3ZFSsIIQZKiRfc4qY47ur3iSyaZBq2iiFKrYnCIfJkRk+a8XqiTMsdB8LvGg3DFFhY1kteqZZaIpOTPjI8oVlCnFKKVyFs5AUBWNOl+ElGrkWMQyEZ0mhVFGZANN/Uxx14ceb1nAScx0Hw0fK8RfcxVGFQmhuHRWoQgHimkR/mvkgYZpIDr2HAepUwKaN7+FkVUaJWAC7g+B2gj50Jbw2UXipzafo1NbEvoLfxrI4jlWJozGpe/5NrLgQX8dypwpV74pYxzsQEv6IivFvsYz/Soc3HsqystnOrkWbn11ha4Gcs98aVz1cM43i0tciUi9sVT37LjqY4jp050JMXvlHmxTc+IYirEn3330ygr72WzLsciU1eK1pmsONOZ7PPyVqGcB2/4RT6DO9kxuV4vGZ+w0ctSNx2m8hlW8oye8h2S0ZINwQL7EvcjCsQk6oh99F3x0Tc2dzp7I5E0zTHqzZzAnmupiXc+cyVcR1lKZkCdfeTJ2S4PiUDtZTLHfzl1EVVtoAKYJjkl+vEXfuJCKJvDgRt9LkPEaEdIARGPkzr7epYLrxQK9IeetWNICQo1nBmr1eWRYzHDlz1JNs/0AU+m+DEuSoA5usjnPnQkgWYYEMIqtjz1IdcyM/zss5rS9yPvPeKkdtmFQca33EgtEdliWi+Yw+2TiB1jC3SxWzhjnWZp9q0zmnWC99Zsa96Sj0nsVH4tb0sH0/gmli4ffXsMz87NavB111ZMMxDRWPhlIrQNWestEMuPeSxu/NQT8lE3Zq7FTYPyJaByEVuT7/eTzfx86pxulqnKOkTzhLC01KPjDLILMWItCal8zgVOw/0zbtlPV1yquXP4qBz54S+wqTctfGNkWxYTc1dS88YPsrmy08Uvqy7Gr9jKVDJOBcdSxuGPM/ITo6rlFHh070318gKUFkvdl6Annkhe7htEiZOpXEn4aFkGH3k1+OitKT7yJPgBcVEn8YQjMREO5y1IHlB8da+YzzkFeWQe364ZBssEzGUPd4gKL3eIuN97367de/Yfmd55f8Xc4O9kX8XI314Wvg9KbPaT+O+Px94OhGv624k3Ruom4vypGTIpZ9vgxxBqSv/dXcO5OCK3Ftm7Xrg8DdZ+QNmWUkWKCmhmDSTVlRC+TGZ0Ik9GApv+VUOmGm3IVFMaOyWe9V6tA3r4OOlAnCynJ34WaPPGGsbpgG9DWlzL7YYPWVaW0OUBsquHHwaC+7LPmTnDD7hnbfrNM5ueu1Uno20+ZZKmOfK4nkMGVA95krW44zNiDx3JfgQ9wnSxrHXApouaHpUra5XS/pkEUbLhPmePS2KwfI3RbRZeXC4gS6kXFVDMKdlj9OxZ9hi9GUg+JZPZY7741/qSDCXPbka1PrQmE2r4mwmuSOZSnCqUa4KmRLXTwssW4X467aEcPU/jaZeTq6NY4yq6jkuERBDH5QS1jBWAMod402QZgumaHLjqN/1jdYhmrT7b8d7rziy390U3qbO3Xco9ZAvG8mdLov5W/+eHXK1vpYZBa+aDpvm9idd+dC6v/aWpsNLI+2F+r/2lFS/R9DbCa78402t/Dvd67teUTEyGXrOyUApkiOjFjKHmyPXFipxNjSv67Iqa7x7G+L/oqbX5g76i04VBVkz874k7e2LyTKN9JaW4h4BMp8ddKj7LMdc0kRzizF8zN+qJHMEZ9lusfZILaHBkL/LmcNodiY53kIv5aGqTy7FbnicedvCuAGuC8oSSxLuxXEwdZmXfI/EWu9bp3pL9dJVELv9h4jDKHFnB+o1mfHryKVNGrEkk1SKZ/Ig2xO6cxKcsCc1zOaY8tI58v5msmoCzSFa2FjPv+TRtigRZQ/UsjM+9mUADTT3F3uzhQYkpyjzA5CiQ6Jd/TepkHJ7hISW54Hn6QzaHic9U+BFEV2XZZxGC4iukwS+4NvBZkEklFx722BzF00fs6Kgwv7AD5ZszfqK8+9m/g2PfmrGEnpgomxmUQIOYYn9EjUBcFtIHHnAznn7nlRZaQZ7TQsOn3p2dHRqw/3ZrJmdXsyLrNMQEb3Q/SDhLGsrh2h4kVUJU6CirFyan/rFFXFDCxRZw4cgwca4qp4l0ihrb6qgMxnYe7YOrUdfch7eas4IPmxkUcnwoPXxgNF9K0GWUC34aw9I9uw55Fpo4yQkEsOmdjIj8DCBN1vYj1tKcvAmMBuZJSDHtykUMsT4tQcWoJRsGcepBs/LKuFnHpxZSELYW/sSLj73jaSduZ9wDRGz//gepGPwMPgbK4YxQGpiDCwhxzsTskGmTyxEZtnGGuNAEyzcuNEnIeF4K/uSk2o8vqWo8JK1zw2nfIt7+BA/ZkEf2OU1cwG2c41L1HYUJ2WVX0tRxtOxbp4ga87AqwUZnz25RZrcks1sztb6q/3g/VlwrmzBjvH3GlALd1c7q/QAprra4i5OCOsfHLzNJ8hGTJh+JkjQUFbNeSoSjzrJmwZiV/sLmKrFpS6Kz5LYIICT9hlYtc4Qv9rUyuCvKf0fsWxJHw1mb4+8l+fFoTCvXIl5JLtSvn5hokMgWb10wlEwk0J3xVyfuYJg7J6FDjuIjFe907hg/CXwKfkpjarMz+F9rPuJxJVZOwEH448e8ZowXHfUiUBM4qm1KAFb8p1pdlQtwQjHqiGMP77T3pEZuzY/NJgdWY33EVa4PqSiEBcva6FUrxBmxSlBVPeTKJk591xorXpKWKkhcSaxuQIjKdJLiSTfAcCLRWt3LEvEE51RV4LlIycHkJCexBbmUDTMcdEuzlAYWsJNEPrMLVCOxJfmMl3yGly9l2PkzbjaIJav7ePjT7G6Z6j7cjO7DzTgTbK7Zb8oxuDWs99aycOcq1dbUcHaUmfStYMsgtG6VY9ShJ+Glx3mvZezkkolnpdMI4uCR4tSR4p5qFebiuKxsa3AD1jNQa404UAWNpiw0rJ6A+N/oBPELD3LZW9pXm6TqtadRb5IBzlsrSX9ROROS4+prG8xM3l8SmGjKqwjB8kXVkWDSjtrMt7fUeoXEUg4yNkiwxv45Obs2Vn1d48vBBFzxmQtHMpsVJRGvRqFKHj/H2lwkxRsMF2/ILBJqV2VLbWdUDybIaMBqadpZ6Ps7svRdCTsIOi8ZS//F+F0JXY8fPD+C/l9nWDtYIch2kWfYtW8CCG9tqhzi3cPyeLOEwTtaEEuJp86vmzrJDCSwPUv9xDzmd5OyQirWnfiGKMMZnwj/Gr+AxFDhE24Kd93WAEGfGZy1fZbYKFTPblFfaJ8/Y4tqQBhtUS+zRbOFLXVxps6CDIgW3FeM7y9yRohm0Z/yes2DF74k0W/nxgv/rVYjr25MzK0KDn/EiGbqCGMaXb/wJ9ZIIfps6zbqJY6lmeX5b6KsdMQThHSVd27HKsdo1QMFisyI+BiI19VrRzY0Y6+Hb0dGtefeS1To8ngXCYjhGY+2/t6H+MJRe6H/LPuHOnNFtuSJn1EmnG3X0GvBbPXAUOYL3swdGv5a2Zet6V9mxHLJH3H5I17yES/5iJtszexCzP+R234+H7l1xmqnSqM7rGKDg+ElEN0o9y6KpG+Jvphxv8s8t+biYH9QJ6t+oR3p7pwtW0Umka18yc3lSDi+EzvZ3IVJ7K2InYqthQA12kW5cX68bDcFHAnnQr9zu9xNQAcyXpuJqcLTbTHKOlW505T1ZtcEyssTnApw3zcTF2beHbod3m1FMPBM95sEPW6qZa04NoZZKqjVkmrlwlDJdy+RuoIRm19Tfct33DJHmYo0bPmf4Oa5xRixwwi/rdy3I5bZiNl3YbtnMNWz5JVfgebbETOOc36ZYb3w854qbvhNstkb+SynR/8NtAiDrQaEc1JwTYduNOTbjy/ewMUWJeB7zYTk5uBU+JK3pSaEG/BD01Br+2+U7Cwnn+Pomr835+0a+fJz7BpJq/RKYtF/c63KKH7rZZJUyBNLIFMwONc6idUDJYN7iV8+8oZR9iRFdr1mm16I4eK/zLSpiF1otKJuFGrJZCPmURg9OfsjV1SyDPzH3kkL1cwLFR97Dw30jXz8a8qhSYpezuvrjUZcsJr1JTZTryh1Xcm9vKZB3S68kZqtJMsWO8H/Y7QgHWf+SdyiJSWKLzY7SbaBLq6RXM+z9mSN7ZvdrOEIPWy3ZQ3iwuSedpVVdRMCaIt1GA69VBxaCkuZ3ZqpxpgxzARv4vymWilZB9zIcpphjlLtYVJhFc1zrssXXDJccq6KsgyMZguZQIPBOXs9b5eFLbZdfvW5u/zrupZS/Aspk34i4W2acPZ6eHU2oBAfQfVU/J1XnO3i97QOHmThN72FWk/sUT+whz92Sf53M4pXowEMUgjMyaQ68iXb1glHuy3KVhV0MS2Erv4LMihaxbMtdxD8esamgBrN18hYPUamZgaBS+NQTYbAeVkCp4axmc2u//k0+z2OZb0nkQhT3WuOASKpO+89GZnaHHZe4uaBgFaPfVkZ2Bnr0j8l1sc7Gi2Qt0zlf7iso5XSDpKa2ddIAq0/n1Si823oUEaFqyng7VrlkpgCRxMsJ0yOiqI31+Cw1KIIBwdYfRPD4gxbomgbNCGQFwdiIrSYT5HZx9ya5Ew6W/EJqyWxWsPn6QKNLjxCaCoDgfZBVHCGdkWX5nnV1fhZEyq2E25E/qJ65pL5DZMupnxEd1v4j178H6BnLfGhB5WhDOCdn039L1lHAdtCgC/lnKDCm+eEyuQif02mnIeoWmiXMStCW3BXcb1koA9/lN3KYtdN2I9fSQxBygtkSvR6/L2aYoOSJbym2OA3UPbQE4MBig3eOMOXq058uP7+EZjToQE07PzVpKyKOG254VuNqvUFER1EmMWXE+3ge62lt1iRHKxrrSY9NZ+pEEVEb2l4RDwhKn6aBFuCPQUiFZUpeYmXjo1ITrwmKV1tlZluoud0UxUoJ3MB35DVnP6GMXdzfiGy6SPSBzbj8GrzK6IRf73X9GF869rD13z1Gfz30hs/MijqAdPnoXC74cLt3H/ulATwBxkyry4FAPKP+w1OxgcpUbm/K1G5S4aZs6jcf4mmktmcBvZ955x/qgHUuPuRcg13U3G1ggSXNIO/d7C2RnDUUBRWTjmSjGmnZQs5mxnRq+liMDsD2a+xT1umLiU6HoneGZjAEz8WKJUl8xb0zZgqPiqqTYLrn0CVrLzRulr+NlZg5i1lOU7mN/1MOj9vthI3u8Dn2SYnbMi0KVOwF/K4tHnefXPm6FumnTXUTk0yR39n7OSy/jYQdaeYg0ceXsP5ms0MFnWdGN9FYRrpL2fcpt9O+ZWTol4M9fcqfZggnojsXeA77q4h34K3ooojNiBH3OzmouZpbgBHqLkKoG9k5xhx+Ct7NgGAmyXqXrB+bqV+zXyeXbrIrvYqnjMWDc5LrEhJdvA2zy3udO/J9sMfsUWdckqyy0U1VSSynpAkkTmQVdB6R0nyQlHJ+pzjH1YWKb9S1gSXdSligzyWOQNfRUOu72HAykukap26wnEYGWOyMMkm2iRHhPEilcLzJR9ujnk5hTrOoTmvLwcs5RRrjFt0FfVaAui3i5KlU+VMd7XwA0nXCkmhhYIttCDBfakuXDgD0QP7NQa2NF4zfTOrRVcZfc0MxCQ+OIkbqquyK+vgrJjvZJxQpZX1iaQvohur8Q7teppVeCZpyGhDjP5mtKRs3NrEwCpw0Qj6LSL3XvWuyCFFpJ/EXdaySpoy7oVf8Rbt9OB568E3f/EyL1ocOcRgLuZK1JG5zIDpJGXZZUark9cvc6TmHsrrLZbyeoWk5l4kNfdQjy8n1fnq43eLX95uI4/s0t9pw3dbuHwZX7lTfqbkZxvfXka3x+TCZvkZkp9b+HZEt2+WCzfJz43ycwPfXjqCuiN84Vr5uUZ+VvPtphEuMIgLvfLTKT+tfLuRbq+Q9VqEUXPi6RY3Av9W4nxXEgxJR6txVIejGzTjKaEGDsOLFvFOYuNakU7yQCGL4B7WQD8lFLjOgQtbgHKr68pIEEI/nCAkJ4w5FwI5iFwG+fggnBhfRHjdi2YkPvUWAp0lZQdrdBHWDYG9LfSs2Dbp8JBf5uR2h8GSh9+kM/onKC+k3fGsDQMoN0aceZ6uPfc+NsJ8xQ3/EVVukRKEXr4F/wyFX2Q+/ubyBfi5qXwhCoh1uy8ZZKxBpyA0SLFTYf+Pc5Pfr23ymDR5A/65UZu8TrJ/Xcu5/WlcXNYhjywShfjbeL2UvN7Lb/PQruG3UXfvCSOZsg7gt45La+VRDnK/kbl7FOcEjvvwu4BzVfD1PTinXfGgnu/GeSNDKA/tTlQhBTzmUe18G/1cCGCkdeD6RXen5VbDz/iSk+IlWpVd+3jEWDGLSF40MiX7SK9WCH+X17LF3Y8ajB635+4jA/Z+L4O68/Fpejgf7/dGwleMDPl0BndxC9M0qsO+tHCaWjiox4cIlZ3w4gPUk3Jd/KLDuQhPeAy+Cru+qqU4ySJKJLFbG9d8auEKUUh9zxoTlK/nJIFFSSRL6LTByFgFxATAZgxYgBW8dj4+4NmcF/aYDghpPIObgLlu9xgOaS2O4vfbfOmIL089hd/v8yWMlYWE1h6CchTNRC4T+dJnXZmkVg5jznM5xzyKERbZ5eK0L1NKarunfERGhZ/1k2EQjZnZfU8yfCTE15aeyTEVRumZXEI9cpZ6SFcq7DyH2i5a3SEn0e6aiuTgPxggIO/q/Y8SDXtmVQ8hH+/qg/9AJx9/VQ/hHo7WuqYmXtx6zLB7R6OeoyhQKSl8wfBSiB94mH3I/9UADqZz5YsxCWd89vdjEKoUU9IpoJfrcY8oGO6h48N6vJuOD+L44h4BU1Stg3aHjSA1oOjL/OLJM3508ePRxVAbhO8xWgmQdU55S+D3c2OrnMc0VTrofR784b+b2OXG81ImUQJr6WSFrl80oovohyfYDyzCP8uwKGCImcXhrX7Cm0GtBfzFWzN+8GE2ZLWIh5N6jh7wZVsUpbySU6lj6a6OQOMh6xSaqZ8k+gkG5XRjrpUOy2bc59tNCrl+P0Pjo77NxMwYZ7+F5xCPk+4DlaXstEEo9tY287P7eCvJDiKMYFcZMLuS5lEQ6H4vYBR6WvadrvPaBi768S/YrfHH6N1fkEpRWIFTRlAckHgGV3FwN1qhLcBxRXYv8+7nN/+Pn0DcO/YxIQHEYehnaOinXRn6LlqKaZ2hrNCcwN2Dbgp3u9wU7s5IY9RQj8udxDwSlTltUqozE7keoy6+4qXPHvfTNhi98MZ7kZ5Id95JnCVbDzBFA/reI5wVCVjjJS+Nko9f8gR7sCI/QflYDn3joC4DUUCewlPeiLxGKJ+R1Rm+cIpROu/LxKHDTpgPWNmjaPyM1+PtFsL/ksfI9kGkrEPH9mJAe/0R6Y6k9ACIlyWROz9a4e7s8Ss5S+xRjjbycpxt7j5O84vKpobPD00/DbLF1dpxrryAlHPnVKOOPCc5o/7Ea5Y8oqWRwCakt4ktg4rf4CQUbDf18ndci4ZqkVCyYc6JhBibZRGRQO5+JSv7+FOYkG+6MgPLaUddbX4VH3i9t9+vLNFgiVNvHAZewekR0jB/N65ybvMZnX29R7hzydyd9XbnKhfb/b3c25OrkBphv57ty1Uu6fEO4GxJn5J3jDzbZcGUPKwmHeolGD6G4kdLzniMY2Q4TCt3y+6TvYj2XqRHDum0nPR63Cf0+AQdM47GgJTSptdnPm/bsTm4lXGb8dmkqUCB2Tb6GMBTj5+g4z3a6CFqdJ8XzaQzR7x0vx/2kv1OTdg9TnNJx6d1v++DkODOiaA4Gb2+etJPX33RT189lWKoPcBQC8J/NsCWs4FQ0goKgvyxfz4I0igWfDn9xof2cdK8f1ZzRdnXbxX1W9783yrqt7y5v0W3f+gzcvr3R9jOBxxwxnMVqQhTw2GkKN9YtLvPPi2IKdMbf/b28w6n2887mG4/70C6/YhF1f5waUgsOMjYgwrZuz1lXZt4KxGo7Od932Qpc54Nk7v9ZMMCwh5ypbPEYzKdKedEjNlXy+0Kj3zCs7wzEOVJpi3PezVElXG6ElVigk1gPcw1bw8yMY7Gb7xeiqqLIoOo5Ygkx/G1ti34XsfO39e9JA89CPT7OIavsVJizcPamcGLqEcyUgmiwCqOS1Acc+HIIIWCQCIMWXGsWgZ2i49KXD7ST4qE+EmRkBzKGI9A5q6rqeVoK5/NQWRl0WYvZnaR7eJbCAEdkX2/W3gALzfHRZeQkUUczGGc8dR7vaYH3uF029MX021/wEvJ/H46flm32qmzk3gC/4cfVnGym6m1CDXh95kDih/zUHbTY4hC+gQwUauc/V7Gh8/jUo2M5nQGT/vCfwr+P4hCK/jGURN+xGhq+Me8LCQWuZYoY/8iWw6Ej0sbEEaP+vERk7Ju/A3M4VPKN2B76mgOqsEs6VHNV7FJixxEKQ3861wMVXyKUcoZanSZRV9nm0Ot4os53Jd2fB/LRp/IcHH7vZSLO/CzcHH7vZSLO3BWLi5Jomff8Y556TvHPZ1Lpkzsxs1FOFVcCDMophGYiLkmoKDjvoIKMWoc/5pknG1SsUD0wp2SIp2lgSbocvCRP/REGggTr6TGMmJTEqNhjjGIZXxYWjgA0TCVKx7ygjQ3BbOHlSw4gYyWL5b1fywhs3adeQTsBJORLzxZN/AQj0LaIthneSupGpsRK4BFnUQsYD0AUGxJ67OIda6o5fo4bJAR+DHaSXVs6eL4gNIYqZHqOAMYuzQHaxqMxuQjmsdmz+2Ngrg0WpZIFrYr9o5UFshMcnXtIFpQU0U6F+/78RFHQoO+yjkRkRUENWU5Zmilc7MEKXlcOjriD7nXoCwGnvMiUUbTtet63BVyjWvP8vy3ko6SC76HXwLfem9a/LqOw3xQLLtOS4MgvUi2ZzRaegsLx5VgZlJNc34bLtn9VoL6fS/RAwkufdFYpHPMEQcSMGWG6IRASINuB9pKRMx0C+2ijXuSj69w3uNeaQ7y8UrnIdI6/B7zOHtcUfs96JJekX53u5Jn/7QBBLQQrhUe6JQhZRD9vpQo7Rh9sXJROsQIY49Im19xK9Ci6Z7jQTAyyzp95cSF3hqYV4mBOS+xRjkJNBIDc0q20uz/I5USJ7+TyQT+YTS5J5V2WR8mGJAYdMvWlGYy6ialeHbW9uTSWftgLp21387JrLW4e3MyS/tymLWVzqM5mcVdOcHegn2I0SgF0sHnPVEgnsDFBbx1GsLDkH0amB+LGkhmapCZuKy5ItpR2g8wy+t803Do4YdcwQx2l2dw5XROhgJ8CB0IKUkEjziq5OWyJoLxeC5yOjeFdFkYjXDJAsT3kwaylfGbRtMx5s/N8r4kxSHnRIJaOhBUV5dmbRQGDZouLFcO1rui4q7TKcEDHWTcs9viM7kp07Amge6XM9B9xsg6Ee/iQnu10hHoXQ4obQKIGhg78vHb3JH4tQqjJEYdckULfBC/RPaPu4Iijym/ccL0uE+pmH2SvnEUbOfXXXBrr003MLSZWFKGtUM+hN4SInM4WONIXlNUohcua1MJLR2CrlGw1hN6SOrJx1hqd0TnRHPpx0cd0h+CZ6Qj/mDB4qQ9tCZZDR/JnnRzbw5yxZncSHyVPp5f5ZzAHcKUz9FvVEejxDlHYh6zjdIoXkCDhNiex13CCmc8+T3lydukBClYFaJ3EhcJ0o7wQ91gxPh3j5GHSS2Oxrw76fTYcaDrKfp2CRrxAkjHMvpZAOzMT5PYxU+/iKRVzirnpJ6f0PPjen5Mz4/o+WE9P6jnB/R8v57v0/M9er5bz6f590pzKqff1Qk6g+emiSi9TCx5fDLHc89RciEM+yVJGBrR+sQncjJzEZdOKyEdVJJMQowakpS0FJ8kgDh9XFzukYOU9xTtJUlMSrJBSQyiXmqwK2DXEF0LH7YFw31x1AZS6GswqadSQSJeKzn1d6Idi/1WJAzLAX2ENFQdXWR1dBFDqpMSIXXi/FsEniXa8T7JMRGIgbbIKTnoWvjHPnW2aKM76ySOlw11JJ4+d8SR3KS+JCeGmjU++p4jktA+fFYrSPjh2xNvKM67SluZM682cuJDdHF/3tqnn6LtfhTJW+swqCM+uwvS0VPw52pgD66jwBA5zSHO7NQ+ifklVr6oEwHPbBsaw488ajI8fTHBW0XJqvNxn8tdPGpQCVaC+uFewknj6eGb8M/NtgwGksZL9NOD3E00/7Ir2O4UfkHWkf9lGh0By2KUuLVXGkR6bFAvhBzSfJNdL8epv/FdvFbs5uFul8KuL7tcnjYXv+TC0CUde0pyV6DCCDV52o30O/TvaeSNiGTVKmG4x8yeyHVSO5YmskEm8owrDU2jGeTpzsVnCFn+238QGW3Smgby+p0ybzlO3y2pa07x8/LxadJtvvtHXAlBfsIv8PenZMK2adSBvoqZ2oVPvshN7KKX34e3FloVsf3q5uSrY/arJzNfxYuPyVcfy351SL56ixC+7Fd346snbBOVhVhrongXxJ/E+679vjRzM9tCclragEvA+KzDyMUPCtsLG4G+spKuwpAZhrvdiIH4BvxzY/hO8JSwZi6MLtBcw/ETP8p85jrp7bUS8Fcn2QoYIoQYJp3fg2tk7MzFe7yRWdmLpTzw6mTGrpH5IojJzlfitllc6fx6WoJLmnzx06yxfacf7/mjI8rr4vqnP8tqMVz/0hEp68LX931Zsur78aFnjnArANqDXvgWC3y+gF4lBPknlXTA49ojRJ6nUQ52e7aizq7kaNreJJDUS6ddvSSbQ/bEXg9jO0oYV6uh2G4wMfWB/BYKfstFC+NH38PojQ2JOaC0o/h9/3E1JOake2xMpM5Qo0+9+4giqEod4ba0yaJtcvecTWKNkyZ3JU3ut03WMaIkROCRoTxHAlD4MdYWXVWuE6jr1aWEOXB3XvDMg3mBBjrci4qXrRj63vxI/OWv0lJQN76hO6c1gYNOW7dtRhvxW5FXeTFHXjzK1TNTQHk0P1K5MHwvBOeFaGNFmVVOXIbVy7QWoLXoQl0d6ocePZhXBnihAFHTnOh0qYBHk0WmaDIDr0R3oG6DTJgis4Qm8MzszjMY+IGitTpBa7t8nSJvxgYgUCF1G4O+Bt8RMzoLWBtiF80HAmq7RJUALILvxAfMLHAj7uJFJQQvuNKFkyAE0JsoYXjMCKbdbyRDJc3cvrzMtHxmX96m1cI8Ct1oWBIofs4rvs5JawxVoUIUdaXSIINLu3QoN6Lw25t2cheauYDoRk46+3JOenIKvwuJeuUEeA7lOM1LKhfQzstpn65L5AHh/TkFRiWw4XjYE0EN/5/TgiR8tKysSxL+qZkHESRbXcAHU95AijYdyTnfykw5e3fAQSzLIUjiL6IlLvY0EpNbLsnTonN2c3vx8b2IbfIrAcAqVd/y3FZUZFsrnjUhe0RlQ1XhTlZZeNZ41ZBZsoU1Ndc44YkndYIaK3atPaw1JC8L+UcEKhvCP4V3vKUQDPB7VVEVCYEK10Gz3SA8WZEzI57+unCmOV1BVk6Gn6UlBTQUo2QWGsRb/inO05RDeY74GaNu78QuVILwPjCPvr1KO+vXuHvOlc5uKYr0XS/e+27hKKEPI773UV6xbwA77vNSFdleHjS2NL11zOVdjI/utTuXc71g1ovIf18UbRdiWP3wCQKTOh6vMtO84QUkpI4KzXedANPMG8TLcVbMaIFEqC5QWkHM6QiLcAVWrz+Vl0NW4x5GVhS4HRgRl64VUQLsv0YNtJJQsSeTaSOKGlmKCO9nBMAFBfzwYS7aXbA5zCK5rs/hxuE8837cvwKJleLAAQ3RD7lUnigAf0jSdZlBSh0oi9KNwKrxSJ8UiL8DfGSwuodVfGUxtmjdxkT4PeKnwi/s4VGwynnOF5cotpV74pFDChJSjlzp/LkvCpLfM6ucb7FzTFGVWhBraaLU20X1WJVc+HkjHhF+yOrvp1zRlSyKLsIKLBLpiHQeuRF2pyPAXYSyWiSOLZJdUi/ZNuq52s9stVKkBQwcW1UlfDqJD6xHDR76XXx8PHbPLIILozuyjK3RvzQjMNGVxtg5x9hKjUmiuiQnR01Aw5hr7jYcKqBBnqEtJ9dkPYs5yCosRy4760dpcr7kgHPyied+8cMfRuL6NIFfMzyXB5r7ELZxbdLhfE0YMBeyXV6bBwnOnZkUSBqQoTVqr6uNWA8/4Fcy2Ue11ysdJ7zBJgc04a9G6Q0T/kqShyxYfbb4To7h5LhOZ2YgZ012jDfOzoejDfgSs+FITiXk5bgPrsv/ltTw4fevnS/mn/r5NmwOyUKq2WrOEsi/piYbl5kR5rEC1jr2xs34P4tXrljr1Ad3leRiMVuEDHLwo4ZImdHrmysSaSjO4jZekF5GCpXVtC6x+GSxTCsF3fj5BP5Yq8ewP1amFZfMG9DOwuj3i7X5xGyCJQ3w0QQBNPJvmPB7EsymoRrizawO856OTHPqZNLtzK6eLQktxAWZiVRwDcZLiDr8GpKgfJaLA9HZNPJHgGC/5Enw1Wmu+0MX3uJLltBdvpbxuc8PrpkzmwcBwC9ZimvTGDs2H8HsJMZXZtMmpMl4d0joj+PfgwPac31e8WqTu9oJepJcv8HVybs5rXjMQa682wAIuVmAkEagacDZVQiawCJ/3tNwU5whH6QUZZoRakpPEOUnYORwnytrdpXDRmlXY8hRuWlm1EY2WuM9npQFSfPtcao9KejNZ41aBSRkxaVav4tgLNlnXJzXeceut4kDi5oplONo43e/62kn/ooTH0IWEcRhZeeqBJs9q4DqWfVUDsRzLm/lG9LLS/E21L/JsR8pKLoRxVqOI8pEnCmWSzZGmghY+Hb1lxTDaMRBccTTvc1U8qgYIAEIgZbxslZoelR51CAbEAgeEQBUz4oiKRrL0KOKMKb+6rYBUd3jBZL0CQ3ceSkGhIel9GghE4PIddo9xyYgXGskHNOX4BjQ7iJJlrz9aTrBj/4lEsvbnGfCJDrxczVpAxkqvNUKQI6mqaGDbkcS8HJBBASI827kfPL0g+4FGTztJlsqfENtTl8bFVe7nXRL9LDWU9Gax7HegtY8oDVP0BTHPGNBJGE1sFrPjCAkX7dS+DVJMCOGBXFsoBVO8sb0zdy+krhDk/9KlkwNeZouSok/ST8b/HImRU/s28Dhf7eBw1oXc0EetWtcXq9Y7HHAZuEDvg0UfpsfdDoz8OmszIvEvz6KZB5/miLSPt75c8TDe/GRN1wvyJXn6fuupDuny3xGaCeJHeV+l2zm4xGbEvj65tgdXeA5HE6qAehEkjvLUut9e9A7O+arFEnRAUlNkaSbYWJ83MukQU3j45L4zFDiM2G9M1eapWm+SDRHmCSdHs6lzsF0fjJDyH/ppyFXHF0ucWScGjgpN80BePjEjkxsshOfQdrNpDAAkiwVMdi68E8kydJ0JpmiRGrve+88b3RqohZO2BTvXNugCTCMwm6Si4nTi6A8Me33VTNTuidZCY75sgHTNCFJ7k6Z0Y55gIeD3O6VOnxZ2FmVcDP+Mk0SeWMSUY0zeJrnEITsicv5v7o2bOcNs4DHWOAxCfB4NhTZLGTAaY0b1iKvhhsEMgfLwn/27XErjn8gRc4kqF9j8XkNNTO3i7KeRurMutS2RDdnUM1yqQ0W+5LOmoyvcKbOPS6KF7oAL4VFRqiyFCpk7OpLrUKukXt9g7FxzI/ZOGbJ1SMMGu8qRIjMina2izEjq6/mI6AJJI3AzOwDBCm1POX3JE+lV5sAn3OU/I2x/GP3WSHlswmk+ALmkxko6bPbrjb5g6Z6QTUwW1SEwSxTyWK1sqeJ20gm7Uj4ENBYUjCN4SGpNuJI/tqg19EaSEedtcJl2lBVLnqCYFDO3sDZyiBnGCmJQmhRd1Emf/u/auRmIi9lElQy9ep2alMu1BZTJqDiYspFiVv/oWd3RLcxGozt2mBsWpFnXA2oduMVY1zsW2pja0hqMbhiHvFOIvWQo/7fE/TXncS4emmyeTd8mFl7DcN2ZiWOD9bNSGukKTlqsxvVS5YGR7IbWXyaTWTDrPtMijVr8/q6eWn8jyZU6gHarq3KX9gAXSnjrdG52LkZETYBcKDCRMxwRSJZBMTKedtdvVVcwkwsEebg1ZruLUKiE9k02fjeLrQp3VgjOSeKwu5Iafbwzz34HM2MCl4tMpIJ/8hvloqJKV5XCKYZ3Ba5G2bewktPeERtEzOHztsZnjcUQcIkbGxGVj43JfNM5Ym2Z0BENqyE46kcjNb/DJLqI0myrzqOGQ9P+XLk4Oicbfw5mIN9CRc163nNMiy4jJ7/fTz/veSbK52Zgc7ZpM/h36GH+5K9cs7WPzRv6/q0sU+/hKff75+19ZljfZ6fP9++f/en7Puh2r7zGrhYg3OM4ll8J0mGfa5e/cC1xYySXon4JsiVS/gZKTg2imvw2IJAq2z2iYVuk6S1pU9cQJ+4QOjABcy42hxNpWXg+g68nfN7oFToQmpxoW6chZKrtSTRoBdYIlcOpQON0oRE3DaCQ6uH4rvEwanMk9HRQnBadZD7QtJFhs0V58nK0qsv2X21LSxg7im/in33oGDZXnaS0NYm1qyWfU/rsqGmQaU5etVbKkuu3vmWaEnawm/en61TUF5iwxSjJTeQvFSvKjDOML1Eih2QXdRsr+TjqTFoCkujmgTUUY6Qg+OK9qq/ls2wS642vxktoeY5yqiBJTnod+kQCi1qSrOcNkfNV5sHavp0Q4NKuRfTZMG9Dw1ejHltQvm1pLAQs4V1wjEZBoONXAiV5wceO/C6oAFU/LgwBkXb+ubKImJWI9QTJJS3CA8AozlcZ5ds21KpBAjcbGjwYogD3lRc2EpAc+sOehpGAcBNcbsqZdY3B+UCO1BwapbIBvk2jsQECFEh/F/GhvA0Mh8Jp3lxRGuqFEmrgGqo/+DlIgdhNkCyIlKGfwXeP8+k1ZdU25K0WqtyScU8zW9JIvKI1hyB888OjNbBaDmfZ14SeZPY0IuuIoiSJfvWSnFNg78Eh1cRIAVx3Qg7iBZJ9on8M9BmM81bQT8FyRUfiEtJkV1KrkaizWkjuQHqaNuxK7uUeiqNli+EMO0Q7NVCG7uflBdF0CEYKeJH37yQpHsCCd6lS27gRTjpjJZFhcMKctpN+bnak2wDpI620FpZzHDKwLnAVsKJFjRXFjwZvkDEfCRaEF+yo7IAuWE5dcRoFGwfwXIml+h9GkGFI6SixSP2fHGLU+yGYBItps3Vk0rttbBuU+ojCfso5q2OAM0P/5LF5mWQsD0GGHZNZjdlTqdCkMKrwgsS8XKN8moRDedcTLQwhe2xsw6JV+qkenTOkwRsZJOhueGdfnUhgyzup6698pMf/+jf/vm7X3jF2XU3VBs6o1zblEAK1kTS9jDXFCGdhAwNsFZck+SYiIqs7pJSqHgjolVelyaCIRgkYzTy4E1zCi9XZhFVFkkMwHpwwPFiqJlGyws8xGIuEPeoxVieXDOcALdXLhqFWwYvVBBdNDpJ1wiOucFgpHIRCileRG3Q+uWkCmGA9cvL+iWXZL3KOQJkcJ0X0q/c8tOn9VqO1D+yqnSkQ/fhjZeLPVoyW4qNlpAXs4igrgtreuDP6AHHdeF/2MJsfuVNV0T+KLniyxVOVnuvmICcqAl7zKcfKUglhckI6bFupAEEo0Q/IdjghmhpD9hbRqoh500QXZbD6rsKeM/tQtcIyZWAaQAkJYgkS/ATlptJCUcUhhX2IR03i3Z4CSZeU7ahnDzNN3KJREsex4BdTqesVQ5p1DJmviplyZhv5YSavOQGm4a0bpoUyYfzbFHkC1Bm4Ofto2y2QedLSD6juVgJjIobOS/6eqkgEj7hI6PvQia2ytOXBK/BBSZ+gkhy+D6kYX3wHbbO9gXKN9SaB3jHp5xDeD/4hq8lfMPvpjWjHFts5AVkdhX2WuSosohMFc49nIOORrKLSarRlQ5n3Fvp5LCnNE0MypsvkXJnZqVTT9tkuzLbhOl+C7nDMu3bNIHxd3HHZO4EFcPFJTTPDWuOXqdZr1SIIEFoYg3SKa0hKXCCKIzPqfdJZApmz0UNzxU+Br7ot1OOa/6nfxcztz95Op6hwJJk70jPmpSL56RjszMqWlnqAnCG/37/ESm0eGRx+C++XPvjXXpt+sLZ1/bwtXpcO5kLf6CHJxwcMq/ZkhytSI4acbQCMuBcCYn+HyQVMlpFUIfXynJmbX0y7rwrHp2JzHz0wae5DmILaxFf8VBEpG6D5tKv3xp+iIU6OtwWt06E73eDFZg4D+TcWwbrvnuZEWVf+Bc0d2QANTCAQpJd5gWvzUjVkNTWSlJDX7QFbvh7LqnqgzUzn/OzzzlzPOfXtufMbO9182h1WRf9FwmD387b+6SfiOPxAaSehUQuMvIpvwLqY6XC65uD10JZ81tsb/GtXuIRL7CKCbE8kYLidU4qpmplhNkV4VxGBK+bYRXk+mxGOsyaij9LIPd5zw1qM4xB6Yv672UISR5ouIlKnEEMaZZaNaUYnMQ5zRgdrebUY2l+MRrPH6DfvdASSsswxRSh2AeUPE9G97qyZOqwcUycvY3ki0PHj1j5Qs2A4Sek0CpZZlR71ztSk4f9wiVQqIxwTcJ41wOEAn/Xq3jhI75okpkx74R//xQSD4P3y5cLyvbnxM8GWdtgC2Gnc6LcCPCJXU22ikY6PfGeBqjChR+t5/Fontke92q2/bviGuPGUnNV6qja+VqazNcymi/U7q3PplXyECETv3y/xeC+LeFoOCDJl6OwR2jMcq8J2TN0vv1wNzgkPq4TmLlqJHzKI7lxHpgpCszEe3cp/XjdDPWTlTPFekcr8S+uRVcjjq3oamxONmaSFgaynJKszEvQHRe/q02M2BRJddCaXImfeNcRhxF8vO8taqZ784yEVT6nIgwf0hK2zowStsWkhK0jSbDilwkpxW1sZrTdX5FIyFxL7yzpj1Urd6lVHGYIMzBFjklzEFwuk0x7/QiS+z7ryKfOskmD5arGymr0+duqyvdVje8ElyV4jLrHJXXZAvNJ1yZmNKh4ErTPSiBekWogvrDjUhgKQJRoYS+bhy8AV2DO47GUb2jhfiI2jXPlvSI4q2LCB5F4/llcXobLNCdsCzRxr5rrR8LvGq5Uw0YhptH3xHuefBoFBcuGj2Rn0bOkcX+DTOTjZEnDTC5lINzI5Qr5cJTkivBzPpLcBr8ws+9Jx1NFydmf+VLyjCUSVmdsM36vsWVUilwGNPh9MTlkEnviraYKOyJ4miCzSUr80FHEOFOqBZlYS277Sc0fznKstbUb2VdHch6nShwPU4cKZ4yloB78XFLHG3Uxafr/2mYHtV0tqYcDP0kr9RXvrMNbOmN4y+xzSlhHI7Pe7nzW+z9H1ph/TIhJkpJXDPppBS2b5Ts8KfWK1thSr274I9f6qtDAm1lvD0cUSZbNVn5boXOpUCWD2nVEmiJw+o/zfoLq/8ufPoIKlzlJgJfmiXen4CXwwgNxmbmxYw/EgeTsprl8n8u4lPS9mgQ0cVpKPQ0CTcbPWGe9v5MF83IdCgrOsBVL0vuvuRJxW6wUbSBaQUSgehh21nBN9wIcBNzEQaCeK8aRpA57dGENC38FdhAQDjvJbwGxzJF4mWJtDGLq4yHVeYo5LTsQqI3K5iQWqSmfhu5nqgVz5K/PGhjrECDl5xHQY71F3uWb+p2JS4awccVlCB5yLjOpKcqNpNwnDfMKxnAtMphl8hPxHSSwW5p1qXIlhkhIUDbGl+tTStGCTxiJ9StlsjvGnfC/yifJj+HqdzNbQ8B25MJHDBw4pCbGo4RzOeAZu40kMo6PtnXL1kJoYZm1CcGiV4mrRq/g1M4ox9GiCVRHCOMWe506EzOkLoM2xHCFU+Tcy2k9riaGYuJockmyJ9I+yrPhCLEXf+HLrsixcYt3SrjfaL1MTVPLYyWsKxYKXzJZaslNG+0LfC/r6CUOvK7gFq36Ap6lYolFzIZLqd5VyBANLodYtOx4kdlx5ZcAD4WUqsa0T+GnbDRAza0Rnhh5MG8Etpd3+AO2mqXWNPscG3mtl6oTXKycxk7BNQlT/t8sQqoYNZKO2qJENo7XEi1/RAz7QnLFF4Pl34f9xAzIbPEHEqwffMA3ddq+DYIbtTWZbfsSQGnbL+jTYqxDdOi/gV16SXI5ceT473uJ94j10qTzm0VfZwRJ3BQZNmixXGLE7aq4RO+E7+b8RC84I+HX3VRS9+JjOWKpia91NQq51iewkhN/aanmLVBaqhQF3UpO46ulbuTVjs0cKqmmfc6mLWw3G8Kvbx6tSIBe5EPBgaKLleL1mSagOBxRdJaYgNV6RlwqGIgkPa1luRzpuM+F8aTIO3dtVF7Ddl8xJmpe0L68WFBZg5ohiW74UZdFAVttQivUcfvneFT6Uxd+EVLD876aOV+gg4d91izBpqZwzhm8fybYg8Q4E+JeZV0sOUuymeEgd/PP9kmbungZqLl8+v3pp3/G8RRHRPaj399KG32/SXQz/6lWjzna52ccW469xJ6+FXVGLKrp12MJXnYPLL98h3cKp2q2XduXmeqUmZHtv8YWeKctGbzGkUUopu6rcbb0LgqPOCwV1EroKKLnJfL7wZ9x+KWRxFOBx8e4xdcCIR4PXBySxBtJBg5WhgbOjiNSt2KmiDEqlRpdqSrNs2RnpYJLl9vMuw58p5bJ1o1kIy9VZGw5bi9Bxsu0dBv4KHlU3ICWZaoUWDlKExtYVYe4riEn89z3v1xzPzLilMB6Ijn0+HCfG7w6UeckEy7McBHVWIJLnBo+l4RLqXgYQI5IvAuXVRJxjSNha262zXeze76b8Xw33zTfzY0zbzanmzV2ftn65TJpCBYTiO4lGbQvfnSvis/yON3/3x5XgOFjdtx0GeWIhTGGbffYT0hVlUiXWGw7YUB+vBpfoumadb0o11k1OU0iW7wL/5D8oOrK00/Q6Rn84+Dac55Xv9O9x4zHJ+ga7Cbwb8qogWxlHd6gLP9BhWxYIwNf8/C/lRuw9rmo4TJxJkSMap4LCMC60+JeU2ZqvLrM1OWqchE/EVTXpDghCySKD5SZyCC8iBUB9cKndCZp9FckafRJX1MMbHkM22UEpjqkfX8faWziHzvxc/frhPMjiLlx4uN0BAbvmSekVAZNsR65nq0eBEsU7bhHpDKVkKP4KF486scH8LvbD/iAFULxfhzB7TvehyNo5uK9OEJQULwHR/U4egJHojsirZqegB+Ln9KTJpxwZ2ENip/DZbjkc7c5Cp87DvlDOs6ebdw3kTm0mgB/NPiC5+bhcvdy7ZpqrSQCQUDZATJQkFzv6KI5VsSVXcq3Wa9f8ZrVdwH155oRJqSlJryk1IRnix6/PHNJnnq7LMmZt9sledkuScIzxS/KSsDDm9o4pWdwCY5f0BOg0DIr22aZXgsexzsY+incwGwFTLZmTrNvgcXHsqQcNVGBLbVsp/NHhc1gnWIBhtQCPS7JEbHd2IyeV/soZmOJ7RuD7qh4zb09sYkE8clk6fAgOHgwdPFLesLA8LJdcqsN4reCZthh1AhwJ3yE14k3QGFtsxA7fyT1zQvf4maZ9KYUJ9UiJBCMuG6j+PmF+5i3D3eZYBHK4u7ki+IAEFzocLVsW3Pch5JariYFEZRYU6uicNo8EzXq9S1nuT5yluujM69fmrBijCnjJ4BTfyE+YnHqhYlGUIsXo4IMX+WOxnsfSDSOhJKjWo/DIGgUXWgs2Jc0HeHfGn6OoDj73CyK9deWYumdjFWDF+VPvOBOLnCl72VcebkBjYYSt4DXwIkxBF//JkW2r2H3O/iAh6QZkSqNoK6ZYjvZ2hKO8D7aWdCZuEgGJ6IzvNdxzHTG4bFhX0/FZkKL4BDEjPME32fKboamM8VQlXXS9kUznUbhwSSMWhr8QwI1UyKX1V/hMfBjhDp5tm3lGS6YER507aootIV/apKF0ungD8x46oAX6DL59hJg1PaOS7GLU+/bMpffmnb6gdltftfMaOCXk68vcFS5LlvpQkdjEH6ccdtOr74ze7UxderkEp6mObzJQm3i6RkOIx/SBQ6rWSPnyaujB642u2Bdn/FlsCPxM+992orxRAPsifAq8VPZm4fSmzoyjkJyUkNu4yxO7o/cOS5+xg0WZniNL9L0L6zhPWrPvzTj/IM0h/cGzIWTcsdhLd1xRyN+xDYhlaJskbz4XhcWux8bdfQgcjhSKcRSrvgLO6/j7DmuPePSxy586HIcUIYjH0GwRp/4ZdLeFewh7xQULv/NdQ3iSyJh9hyukONaCjEH3opTSaDX6IcjNHNSj3B9pdBMXMShD7BpvMD+V/xEE1w4SFVcU+UZjqRiNVjfAE8GbwOX+cP16yca2MdqJO2fiyrDnozaXuXqztRr7XIAj6Wal8Rht+JiUHBpkkHlSFcrZp3jMOv08qVS9lIrX/Kzxp+W+FPTnMiiBYHHf8NJP2a2tHp2S9J4jRlpzsZ3zW5c0vWxgMOr7W7gxLOOhlZslC2gZavttHDZaplcMcnQ2F0pyppPQYMVKMiFjWxkDEeG7lUsdoE+WqtnmviNSJDuxJduJ1ycn5qgw03XQ/dIN126SfwBXYWmLi7x3W3r2Z0iXjxFCPGUsx0PesmDE+ynNmvmrp09czKZS/XSyXQyl+mlU2edzLffO2My85EUDPW5PjexRoA6AjIOcMvsB+88gIwf8GoeEBeAiqdg5mVWj0u1OAzbc6+dV7N2rqydp+a0dQ2SDzezdlIKmlM6/f/H2hVr1+7bM9fOD7/gJ0vo2SU8/108o/3vzNhoF7pm3OwMb5UUFIZTUBhG1NZSGL7Vl/NHUn4idGSmOQ3K8bfF8sD79YF9Hp/bEA6Qgpr7H/NYSrV+zvLbNDLruUfkQ9Z9hWnnAksmww7Qx/T012tP/z84DZ0ZoQEXzBECuci610gQy0P+zCvvIoaY2Cedn9cYnqH9rsnvTKYsa1eU6t8ERZcyR9sklxrlJ+Q7xRHr5C42FBs6q+HqEqlu0pKXNd4iUh2NI9k9VoNBN+UxSfeVUr78vsRNw7OuXDbfotPgSuGnnMRTIBXFTjFKcFoISYKQqb3lZWq7C28Jt7YXrCtE/Jh1UEgsGCJ43m88YnbvscWhfybz4iy7okd2xch7XKOtnBnmwYgZabD9DKgJUAw1Bw1yATzZ173gUuVz5XZTDa8b/q3L8ERcz0Gc/rUnp054GKdf9ezdT2fvmvDvcPoR354+qKfyKeXwOAHCj6gTYOrpIHxVBnQnaiF5qvb09trTu2pP/ztOS5br/D13jczACxz2CL0r9nb8GXAor48knI1YzCc+SOffceLnP6giVML/T8/g/y+2N3ae5fpv1l4PGA/Efvi8a49X4BhdhAOCEz4rsYFsk9WHZCgLgiXplIWLy8p8Gm6X37cqwkuE61+TCErhLwdyhx/7MFbgw76c/AtOPuoHvUkdbo3CmGWC+K5hK2digkBdznQUJRxnO/ia2g42pOx8+Is1D26offASRsAcszZei4SzL43VvlQnsLXd0bVG3naRDMgUu4cW81WkAkjuQRsTvOEcbnJpHF/82JNPqwD9EDbjIscRoSPeh8KwTUCIfHr6k3Qa4VQjZ97q2ogme+ToEabhARM8ZiAA3/P/IkZgVbw1/rKfU1pX1JG6oq5Ql/vB2YipthZ7BB/8/0Uv32F7ec7upVtkReb4f9Byx2cOqvJIZ787pfBuLXAFCda7OSgI0ZXfR/T3X/V3n/zSs/QbT0MXhYKiN2diTD0p+SveKSSiHUooAgCTXWg0kw7SesLW7dncAJ5mSlAi751nWNhba8PoXjPDNc6LF448Gbm7xC8SWAZIbeXZXbuydhcVqx+BuzV8pbPKUl8jexytdW4n2dZ61/JN7pXOAvpdAIenY25QVl2otnZW3TRcE6H4M6zHcUULqOVxbeUGEzxnJNlOlIaHlpM4cZ/zerCZxZFQez+JUm2Ss0aeZTi/IEfKC24lx+/kwLDDY6nC2tzwSfgzfFHrUTSpORxvPAIWgc0KnxbmQDCHp+ZcVRiz6ks5D/AO4Uc9uG1JgnpEYYafIev7Q2RBXSqauG980gTQIR1xgvcsPPhrodMwUL11y9boDVF161DUcsSjoyPh8uiOzdWt0eTYlsEtW2+NbjlibjniLJqc6p+YigbumqpGW7YOVe+MjlwUbZmMxm+fisaHo4Hx27cOTeJIHl+IBs/34TnavgyPbx2fivqjwc39E/JK/8RdV0ZbpnBry9bJLUPV6EgxasFrk9GR/PJ5vv6zNXcRpsK2xX2djPqnoiMN0QANqIqx4NTRJ2pGuSqa2lyNxmg+6TNHFvMbuCKP4pqzeKJ/661Vadh2uGJbkXvD4xORdIIuUWO3Tm2mF0O5icH+NK9dO9i/ledicLA6SV2Pbtw8Ue0fiq4bH+wfi948NT7RT+/u6B+7vRoN3T4BGKB2+oenqhPRUHVyauL2wakt41tXUVNXTNw+OTV4RVdfb2tPd1t3tW24v72rs7WnvXNgeKB/sK1zqKevp3uop9rZ39Hb3XrF2JaBCZr2KwbHJ6pXTE4MXjFYHRu7Yqz/v991+cSkMzjRT3N/xbaJ8anxwfExfkA6uWlqfLS69Yrqndu2TPCjuDUwMX7HZHXiiju2DN1anbJXx7ehc5M4/c/2bnJqiL89edfkFVM8N5vGMDdXbB3fJOc/U/P9Y9SafGBq4mdpKJlFXuMrbqveNrh5YubsTBBEVH9On5mauGJb/xQ1t/Xn0h4W/+exTrImV/Aaob3Lr5ggtEa9vYtv8964XIDr8i3jK9v6OvsGh3sHuwe6Brq6eoavGJlcSUu9svXyjsvbWnv4neHbp26fIFgcmdy25ecy1tu3bhkcH6oScG/ZOtU/MFZNWr1iqLpt8orN/ZObsWRbqRtt3Ze38UsT/Xdccdv40M9t8X7GtlLApd05VmUsMHnFjurgpqHq9turP7/madybqNmaBmWahsZu48doltovb5NZstf+M0tPO2SouvKO/snbVg7Qw7dWMf/dl3fx29QxtHnZ4Pi2uzYNT4zftok32qpocvz2CUKqgloVr7Ycef3yaGi8KnTmtv6pwc2MLbds7cc8zXzYLEemwH/xQmcj/X7VIPYwfvTdRJmfNnTi1NFfPYQC+vP1r0R/DfS3YMb1hfQX0t8i/cW1xfR3Af010t9SvXYh/V1Efxdn3m2iv0vob0nmWrO+M9e1V2WuvZr+Lp3zufjFPTSSl28znCjRIZ0m1IeOU9SnfoH+ls0YxWvo77KzXMv2+LX010J/mEAgo9u2TVWHoqnxaKp/lAjdHVurE5Obt2wDyftVghslZHds3jJWBbWntSbSPEFbrTq09faxsWjbOO1IIm3b+icnpSGA20R18PaJyS07qtHtk0w++7dG4wMjBPS0qlP0Q49Sm7TId4zfPjZEC9vP796+dbJ/uBr1j23pnwTlJO4KzVFfX6criDG8nv5IowpzZzInl9PfFfTXmhlrG/21z3iug/46Z1zrcjidWM03euivl/7Wbt24lSCPcOMY9fk2wgfEgGA0dLUv0wYxws6V+neVQg6u/yL9vUH/3phpfzX9xfp3daadX9IsmdfMgL416Iv+rcs8fy39rUfWzLHxScK5NGM7iNgPRckKjN2V8h8DVUzq0MT4tm3Voam7tlWrtJITzB0Mjm8d3jJx2/jWa7b037p1nHYeXVmzo7p1anCsf8ttzi/TN4a3VMeGBvtpSYGMmWBUx4hVmtxy69b+scn+rUMD43cCmdyxcnJwYss2MHpy1n9bdeX4xBZwy3KFeKvb7N1t49tu31Z7snJqfGV1crB/W3WlNqu3hwhCx8b7h+zjhOPoy3oyNb5t5db+HVtuZZyxcuCuldTViZX9hGp3CBrR7giTtlK4ozmem9pyW5UI/6T9vXygf7L6axNj26oTt22ZnATiVkZpassUofKJ6hBN1BbAyOQkwfKO6rrb+yeGnq0PnRzN2w9IxVWg3zz95rFHS3I91PPn6uX+9+gc6/rv9It9fJG+F9LzwFqvpl9gte/r89+mX8ATJoQWdpLGNjxBUz1Jm3Xr1HA//QyNb6turQ6t3LJ1JdFNXeQtsmTVoVWRDoPu00bfMoRxrrx9YmzlRHWY5mSIXpjq30I4YSWPm7AvYKX2ZALUa3JqpXzPXuPX9en+MSy3PWU21J7oDGME9niAAIsgGMsyOLktc1a9baA6NER92TZO1OAuDJU6Yb/FI18pQ9dxapf6CWERwmEydTvBB10ECyGM70oib5Obq0M3boaExbMBueL2raNbCdRWRDpU7CFCY5A97pgYp3PsnlXR4Pht2/onBDNuIcqE+0Pjg7ffRp2gTWi56XXAhP3RNuKJqlOvJRpHXeVduTXaPDVFsK97owVnhFqisfHxbUTsR+l47K7lwDhTVgbDJ7YR9FIz1MHL3zQeVceq+J5QTaKg/MRYP2GtW+m7W4FXbyNpaqpl+SrGY9xbyKh40L7MYlxN/9G0Cjm8VqsIS09Ft/DxLdw0P87nGAxOaBvtIEJNfbtj8zhRjP6tk3cQ+3xj8tzw7VuZ8YlkaYgZqAK50gKuoIeHuBF5CdN9F3EKGGXEc0GSGrekH4l04TG+W2WC5RstJAtO3T5pJ6xtuXyFG7MNUQ/Hxm+9nFfdCrdbZwwXJC0a6p/qvzwrRlkwSIcq/V1BMEPSMQmO0stsWxHxp5HC/aqof3I02wLLmf3R1uodtNrVdGV4i06gdwTAkHvH+ZLMEy304KjAxRTGAECEpELdGcSOwWsEU5unMnOPTmCg9GyVF5v2m0xNZtZxcc6pX4E1nujfQvQ8QYvcrqwJ9QzbBJCZfAi7ujqUfio7aOof8BXvgjv67+LW8Z50A+wB9hO1shnNYuybx+/gTynw/xKhJoLSlW8GodsyddfKGxgrRIwwJpMZtJ0i6CXGdsbK6baj/yv2mBis+cTEOJGHjfzQyjUW+5zrO7TFo1qKwIPDV6uyWDxJGB8vK9ZwM/E/uk9qoRsARGRb+getTKaFFul0P3EioGiTywW0tjCoMKWrQRY8DP4Ev8ezrSsEtQrmF8vGo2GNx5ZhGs0W4JW70IX+SIViaoz5Bu0FIdutIs3YHbkiumnlWu7bRkGABLO84TFJPA8Ty1co/4cPMq9AWIDghGTaCLLCrHnljltYzIAyI/rqUPJ8PyTPDFq5PPoN2SRV2/2IGZpJxXi38NktVwpqrw5sHh////byJOBRFWm+q89cHQQCJIEHAklIutN3Jx255FYE5BCRs5N+gZYkHbs7geCy0wFGUS7xQBcGBHW95RrOQMAZR9Q5tMN4jM54fjo6O67izozO6ij7/1X1ul93EsSd/ZZQqVfv1fHXf9Vf/1+VlWCj1oFDK8roQRZ8YvmylYSSIYnZ8fh2DrGBSIv5Su14MIYba8H0AvukBfRgMBRMSoSf0aaELUho8VoVWH5LEB6KDOTEHgQd5rQCViYiPIhGqmnoQkbXAxkts96Ua0RpDqOTTLNYpUhK1iRVBUdjsF2k2pEQGTUMEQZVYqLhhgBiovRSMlJGhWFZujSAHoi0KMvShILikk4TqRjtVTwYzmelLDFVIGkleaUCoCcXUGuTElsVjqzUMFWG9CcVA4yT0gehGKCMMkhmV6NLo0pDvTyMrNz+ysoP4o8OK1uWWr7Q2CU6nRjIaitmbCaVpULVHeAlRLgXSRqKaZYN6vkkTkXWhT+DYqQ+IDiG9lwFiCjxwhJdHgxGiN6hnAYEDywHM842syWGyr9RAdwGk7ITaEAHUJuV2oS4kVCCtW2zUZZh89cUwx2YEqS7doqh+obA8mgLgRQbWdEYmkDaXd1GJ4dkmhUJL0cwSO/EuAY1TepT/mQ2FtirUag9F/q4mhp7V7elNiHsq2rlQV9RsInSMMtMRFYzw0oMBRsUZqGisUhWLLAPcDcHikQJnt95/lDiWOJg17rzuxIHZfh1JnGKZF1bEzsSBxOHutaf36l5KScOJY52revaIUOjjV2bEqe61ieOJA4CG/z2AXjAb+sSRxM/7dqBpUSnDAMcTxw8f0/Xpq445LuwB+gPmp6V6dD4xSYndp4/gE1lgOVQV7xr0/mHoc5x6Ph7AEicBjiPdG2CLh5IdGIXMFAnVsK6BxMnocpB+LCpqx2qd8oEvo6udqwHUJ6twJ6hGrw/SKoCXB2/fQI/Agg7EsdtPQMAXUEZ+sRp4JgwX7VlO6myXk6cPn8A4OugtY/C49GudgB0D8JDpn/+YRXvJxE6nAjik8yOZAgSgbw3OJLQQmt4lTjJMCgjYsZCG83cgFg7Lj1m7/T+HmAJKSgZ9kGFTvJBw1CkyVlG/fP3IElkwNOZ8w9XJPFIxkp0IB7PILcgm1A2YHPHeQAQQFYZv0MrMrEkD/bOz2R4AmBiO9Q5hWMTxGAPcuKZBLTFecTP7yJcvSldGHqmpF+eMWH89EAbqDOECWZ1BLsgXHSaka2TwUEKAClOXUamJxCdpnCgOHRSpNhkZUq4Vb5+toxMTMcBhMy5bk6v4GFPDE2J7QQv60HmgCX/t+ABCrFvQo84ggBCdKRrh+0y8ARCvJHiCJt1oApAggBX0k4p31CFkKSBnDhLADtIpruOgHiUsTTqECZgqFROQepQGfIoKf4UlUb8/CGAqB1Jz+BOiu9lIjSTYbu2UlwQhmUqJvEQzK8d4VLB4LhfF1iIn+qTAuq/uAA5+hgHDLBwCyC/BfJ29INAvhHyNQMtxAe3H3L0uJ6BHP2b70EO3XGtgyzEb/kTyNHP+Szkb0O+u9DCLQWn6D+KLMRDm3gQADsCmDtB0NiZOIFycwRedgD9EfudRDruh9SBChXA3ZzYgwKGpcRheH+UMCDBOOmh6zZUWmczO+7aBrKVeAaanpFRm5PBUO0yJYt03Qz6CsY/DF0dpaMnTlTIXbeTMaDGIQDgdnh5BriIQn4GKHgEOgd9XEEHPcaE+SQVbBx0nxY4JEcPwBHCospQp0ZV5mYcCRqfgakiP2wmywvroAMG2kqgY4jrkCFPWz4QFSdo/cM4dXh/ItXFWUQootpGptMBwBwnq9nmy8MoIhLXS4CTwk+VGMB+hsF+X9d2lCJESyciPjk/MkjiMDbDuZ1B4TqMM0IuRZmz/VC0IXmw+jFKUwBg21gyLc3EtczzvRBcJgCaKWGdS01J1vD7RpUQGdwuE4Y/Tch2mBGS1CRYhl9bEcWUYEfgPa1zjOCdsKkGyK7NyH73ZgzQbRq7UZtvISg8ndRnKTZjFRlb0LdA0q47gBu3EnWaeJDqJZCgxPGubX4yKcJB64klotHhKHlnUb6g+XZcKXpACbI0EcHjKbV3AtB4AhVe5vJAGQAXhe04N83ASI3U0DDSY4xLNv2QmVWQVRqmhTBriaadH3I8ER/EQCchPbWfCBURxoNMoOATVuz6cQrRaAd0bSN8cJqAgXo6TlS82hVr2oFFnEgP+KGLQfd5aaXvBGWuDso9nV3boAgfOG5jsYXElQ4UUz91J+QYB/k75C2QNw62cI9ghG2IhbsH8kcgx/jGJ0OoHv8acozpjJAt3G7Ifw45xmI+hRxjXzlDLdwByE9DPhGDYlfScSYyT6XqKCBbkJng8CYuowwHAvCy6u2DUBe+bQA/Lnq8MJzTEm2B3bs8C5z34OBaFQjFSP1eHFvUqW6TJ5DNOXGVkShYk0JcEqo7hOwII21s89WtN3aQBFwr6HsB/xxsVGzygnALcYXgGOR8TRNzDoL/3jatu8OJAIQdwIuxc9XRZpLWmqbdRifu7oxKNhndGDhEBFwGMfREEmch8bsQ8CYkIwjpHheGLdV3TDwUZDs5N7mzZdMl7iXif5g0cY5fs99NSjk0YFs6Bg+4W1ROhW01SvFcjTsnGTWmm93uHdrkueH0YdWNcdr2Wm0ZUt2vmt11D5trQEokZVghqVGESEeq7yIUs00JYwa8uvFKaus8cCWN/eyGHKO9JyDHmOUnkM/AOORwKhtrhltI7Hcn5BjNfhhyjFAfgRzjf98Mp+37j7CQqHQF5DdAvg7yJzBGOpLGllauBGdLE3jeVkaUBghAMPZcAftpfyQcjvmBp0sXopfbqhIvDJ5xaxC8NeHli8tuDYO3rh6Q5V8Rgm1109BQIzqRAk2xtQEILoFjYE6srUGZs0JRYlHqeMfOtB7zEPE3dvPIEBKAnwsdT9Rxjs0V6hHhFpdQ+EPRiRqwkIroKCAhQOb4pfv81hB6pEDqkp5cwHEJxR2EaGJkhq0hBViGCCfMvTEYagW+AWcQnVozLVhjyupYBKIXwVAUfUzNgSalAYSDnIawOiDmCdOnpzciCog3SpEaXwNIVoIzNRZuag1FQ7Xg8Yy10blNx3idaCGnCBwsfn8di/NiHBdpj2cZZkG6HtJsSHMgzYU0DxLStlOg7X/CTieo5SU87U8tr+Vp7Fgtr+NpvFwtH+HpmQK1fCyj/h+59PKfeHrSQS1PZ+PVKuDmUlpIQFb99lxGXy+ztsR9SN2E05jzMFmnSEjv/30uvfwpO32hlr9gZwDU8l/ZmQa17MuAt4Od3FDLuzPw8V0GzGaenhFYWgvRbfBREXUfqWiCydaD51uJED9wqn4hT09z1IaDbUxzzZs9vS6sNEMA05rkTKW+HnmvVZkIcSDykOHAnzbKQk6jAOM1h0H/YJsmQHGdAnI8isZ8/SvALSbfapZlqxXFaXkED0r65dZApNSaLsKpzxXylfX19WU1pBWyd4/18QPUdLiddmctq4xy3NRzdfoJGthrPXW1au8Qd79Em+TXNIhAOyk9VscPUDPoCdYpLlaZCmmP1ekn2rU76GUNIhAcb4n22IB+qpAd7ubVpDZiviHQ5qcLEL5ZoWAUzS877PYRWK6DhhG1M8QYaVcfxgk7vM2rKx02txxtA48p+PZDFeANBg81LFOh+hrzWvM4cLeGAnJpM+GkqJX0Zo2Ckx/jY8FAZGUZoW2Kyj+Uzg4fUC9AgLocYitKvavel6x+OeT2BWurGOl+GMHtisPrtCcbfh/VXQG31+NKVr8curuCLqfDSZqsBWwvpHp9MUFkkrRNGGVNLWNIFrrYkWq14dXgCF8Di74fDzqhIxleERo3gPoPUtHF87tAu5bGJvwCAZjYCr8MVlGp1x5RGiuQW1pXyVbZCaUyLRthHY9brRNsXaGt1BhYbWV9IZDqK7Vt6l2ExC0CLbEwlpvBIiHw2rGUXK9lOvsaMimcCKvAZpUuFrREoOjObak3ZRoRCDWBRRiK1ahIWwH2AIxql50gTbIXf0WW15baZfyplF2eEWUpXC9EnZpBGERwqobfj8PiWSVKFw1U2K3DLjuqZKcXevbaac8sANRDn5R4KQwGGjAKAQZeIyAAuVOJ4OubIdARqm+z1tHQMkSvmgNgD9SCwaJQRC4PNIOYA73S8I5TVZPT3rxag+XaMBgDjdAGPsGyB2FAilLkcQq0kwAMfKGS3q6lcRpJrasiOH6gqW0VGuOq4kF+BcFw2Oxep4fBRt6vYozjtdtxKGqYkOHS0aEZ3O2m4OMrle/Udyk+S6LgUozlUDGhoZw6YpoWpQpCo0c1nIWH2LAmO2aYmoa/HjRA1ErMLAiw4qTwHBHRKa4MZGsGYHWs4fp6sO39stXVTHiOWYWkH3XtBUZTcOVuVWp6ZynHpVVD7+qEIVxdVzLXme+RwqTO0gKu9qEqBi0RCQdUjpLHs6NBNK6KMW3WDLdd9SGMi9XgFgiVZLIOkq2CBinxf8wmj6o0U7O+QkWdH7RwKdlN0A9lZX4/PXWYYjgH/PSgvykAFbLLZ/MkdWE67MgyTChLSnAqdJBL0CsDvxpOXWumKkUjY/DKj0dh27ovFfhxIe4gRpfQdaZk8T+hYogCsds8l6VCurEABaAsQ/DttmqXj/aYASpZ5Rm8SXYlbDCvKajQI1sEj348nZaMwKdOmkUUuQ18Gg2wt0NfBLoZ4DXAtHwF4QE2GtkisXFS1AjUghC2xAg6Qk1E3Oy9SlLP4nO5ijoDwd00tPoitTiqMgK4mBYjh5+pa4WoFXLsjh4ZWMUQspyIAG7zVX8DOZhEPApMIDQaSOUCxL+VTEILI3lLdXltoAHNfw3l6B66ZHGF+oJsOBlyNRaCy51OcbYlvRR3sjHx9+VgUWXT5BBku8sG6M6cGi2bpt6TJmBZ96561+LWng3tTP3tpOqb9arZiqtgMrHvdf1dmHQMjC4hogANe+DqbioB+GZma7oIqaxSC/4EvFRGCuF6POJEjuDA/lF1Lq0KtOGXuehyQzHSAkHORsCwqn7Vfkw7zZusQyBMORxSll/69OjZ2J7nl5Ja5L9QXXeFRhiIyg443pJMRDmlZ5so3Ur4flvoUsD2xnuXtigu3Wfv7GLPbMqOWKfaqmIKZirxgqTTCY82Xm7d1KHs3luk82Byc8pUgZPhWV0v1XJygSParpvR5uqZDkl64XH63gy1DFvPQxfZQFOoMUDZCJzCTbgyRWXsNoCcXx9qCsWUHtbydBqh1/j/ChOOXjBhSxrKKjJ6sRfZPFXTHH7YKo0fI2F0WIIR6fYEleU9TGzcSqWNnsin+EDYYXi6r1dbO/CTumVVHQRkQPmq0bIbN5RlbNbJXarWvGldRbfIGgsS9pX0XQaZ7JnDqH6IiBJsqQPF0hhWDSks02EvRYg0knfbWKePRRxZQcpRUXT8o6VGh9DsTHpQ2WpHvTmp6e9AJBSwNgRqFTRha9voZnCFkxxny7gXNR/SjSzVNrRE2OaCrH5p11e63V6hL+AZ6tJLJsiA6s0V0ov2DZ73ZxV7uqHS462VWNgKSyIoSqt6kzf69Wjq47eMofGyYSx3Q45+y6lj6HkL1UBPvyKQPOcYYAd/YeHBI6Dk4hWe642C9l8FdlFLAz6rjXs6vQj+7ebacCASBEsCRBlaNACmFDxRp71R4ymhsY6PGHz/PYb6NY1j6f2VPmNp/O63As1XMn+vyHFxbvyGi89yWTqgU5znxh/EgmQgH/5AnnnyvDH+M3gWyPMRfP7KTLR7nYIXztSrFnIpsgusibD6prvMWqKglaLRMnYLgx38jLbUrUAcqEc7URnZlNWBxuYGxbZyDXZNPtWQjOyY1HOe6LADn47TZ7PDj4NYigv9fsdiYkuCDIfZQVe8apQ6bIt3DADBQVZBAZOijVqWdO+ELYgvkFQGwfIzAsVWwNYtomQeaV3VxObfAEFA2pKMVVpPJ0rDlIz7yKcKYIaovLrJasXJNJax9nhQmBjADtRYXo/H5RmvvS6IuhzkDjYgMr1AbKXBtORNQWIIaa6bcR8AtZcwauM9zDslentzoEDvUKrld/n08qsCvf2olv8m0FuNarlQpDccx0MZb8Pdr6N3PNlUG+hhdb9MxBuAb2kCcCEogwYnnpaeCHBhJOY/MbKB0WpYB8bgVVOMTOsozLfpacRjvEjHOMQiCuwGJSLk5jA5OQxPqeu9dHuAf75gDNAdN2v+68bfqOlnJ7unymm0E56YukkTLZrBbgGyK4jLZivRloaY39/ShDYYXqkPryotWyaTgLO8bFIksoze2mT9oSRi5EDHcjN7frrAwh2EdFe2hauE/FlIJ+H5hQJL2p3YHBYNymF3ZXNYymZ3aQex92rZwNri86+gv7cg/QekbyAZcyxcEaQySFWQJkGaDWkJpAZIt0G6D9I+SAcgHYN0DtJCdsMSo1bXsNuTOG7NOAu3A1IC0heQasZbuFshLYZvC1m6hqWZTPNvRq3P+BCChNy/sPwkalB2Y7QZEvbxKoztyLVwmyF9DMmRB/1D+iWkoRYL9wykvHwLtwbS25AW9LFwpyG1XGHh/gSpsK+F2wTpaYjG7od0cCSN4kiMBnqWchhd8BnpcT+kXZD2QnoU0tPZlDbPQbIUQ4JosXskxctreguJFHoYzv9JMe1VTlW5xH8X2b+9kyzc+BObQP/+fciJecBDkF6ElID0w2+kXq7EQtSUyex37OZvpgxvgbQV0jbEJ6S3YA4YUX2R3RxWy6fYDWtVtuh9lZ5lS142AwwcJlv/f3ef50ZCtO/oighE8cndHrkB7Fm8yRIABzXs+LgFwAMYOa4Q6d33/aC3rsVIskgjp+pNeZNAbzan35xPlUMS1XMoa3cL9BRODdN1uBiSe7LEpEq/NKAsD7cuXQ60iuKT9ZZItDEK4YBahX7Hr7dEkuskx705hUbmbcl3ZK3kvpxCT0fgOqou3T0u3LA4k5UYf1VynHWqhciUunAHmkNqTZu2va0u3Kip0+oINqxckxwJlvhKcDQQHiRrfyW7TBAcG50VANspOnqE8+oRzskjXBPtq/HUxuMwLq/B30c6qiu15aGa8pusfJ/mJjieeL0fT4Yw2VJvdv8bWx92sYj/bs3fJ9gD6UFIeyHtwzVr8a9er5j157rV4x+df0vhppP9Hlo0zz3P8Oqc1c+0X3/h4a+QQSNp9y6bcTmSx4yWSV6O/tal6B1Du5njntRT2h+SKD/11v6qVPvA6h7aH5eoDtHO6yHUUcROnIRinoaLh9GaDURXyDEq7Iy/k3679Tra7wgW8e9WAddPJgtFTMeCMjdwVp7nBfjhp2bZ+1l4xSDoBYGXruQHFy7M8ptM/ACJN/EirysXa0yjBvCyDxpIRokXDWahmPdjc8kIVczCIF4QqnlJkARBFPnBgshnYVkHFfi+Qn89j7WhbyNvEM3CYL4G2mZDy1LoHnoVdSIvGYQs0ivAwIusXCRUC6lRivmpvMRD57yRv54XDNnGWl4wZRmmCYU8/vPl8jCiLosfbuLrJV4PXQkDBUm0SDnwqOfzeDCnpSKxWBgsjBN4g5EXsky8FfprEYbxraIkmHi9+HsAAKA1YI+CUW8WeLtNyO4r2c2SONKULciSoK/iCRi6KqMgPCDyObwBhxOFc+M4/rmhnLiFXyZz+pDASbxZFmYJHMxT4gcKOv5+YVCfHH6kcWAWz1eIdh5RJvDD+QmAe0HIhplV8i5AgCDoYOajBCP/GSKOB5GywMIKPX3A36fjRJinVCpK/L/DGON1nHCdfnKWQ7qV9+aVwVzNogP6NfCjxeE63jiGzxbcJsCaJPBLRUECxPC7edHYj2CXUiLXIOom8IAkZAhRgsnlCvOMOMkCxDV9D9zyZ4BYD3khfoU3NxMsKYQXeB1n4oW/8WZJ4u+C8SVeNpfqCfX0gmgDIpyDvnn+JQMgi5/dHwCEntboRewZ8D0Vh8M/sia4dTqxAOasz+OyRZHT1Rg4fqx0PXAVYMAmFHA6UW80CobB0r0i55OcRj6X76/j8zgDn0961QX5vdBmtMRJ3wl/we4B95yh0cAti1/g7A6ny+3x+qqqA7V1QaV+rbw2pY+W69PXh/syyjsyyjEdlTttGXeiC2022+KeF9Eel0+73e6wO+0uu9vusXvtPnuVvdphdzgcTofL4XZ4HF6Hz1HlqHbaIZ7vdLqcbqfH6XX6nFXOapfd5XA5XS6X2+VxeV0+V5Wr2m13O9xOt8vtdnvcXrfPXeWu9tg9Do8T9i1uj8fj9fg8VZ5qr93r8Dq9Lq/b6/F6vT5vlbfaZ/c5fE6fy+f2eXxen89X5auuslc5qpxVrip3lafKW+WrqqqqrgYQq2H4aui6GppVw6vpgTVtE/DOaggvleEfCsFwGWw+W0PhlmgD3psF4x/shCjMPZiyU2I81U13ilRX7WV/s0Ytb2B/H4bTIxNJgs5gEIxGk2DWZQm5kgUI30d3RVFfvp9QIAzMKdIVG4eAXN0srRSahAPiIeG08IrQJbya/ZrpdeEN4S3+Pd37wh/5j6VPhM/kC9Lfha913/DZJTVjZszctmfPg7duumfHQ4c7bjukN5i8o8fc8JdEl9R3gNd3w/wfPbn/QKfnvT6337F1j5STm9+nzOH2T5o87ZoZM4PKnZu3bDv2s+d+ce5Xry86drywyGA0Z/Ut8Fb7H3/id2+afHdtf9xgrhlTH9p2d3546dnPPr+p9mTHX/9xcc7cnbtslSWl83bv3ffwI489/kzH6V/os7L7FfvHTrr+0cd+/Zu9hoGDho0YM/bdjz/9/OLz5yT5yhEjS11V/qnXTJ81Z94NN960aMmyOqV+ZXT12h/d+ciTBw4+m9h/oCn8wtvv3LNk2K06UbKK9SJfaYuvKxYdeUXScNNgXbluopQ7Kv6kfrg0XCo1urNmiO7sdp+pv9k4oGZStVhnNNn764aKhbrCkVXStbpKyWwwGcbJJVK2ySv6dYMMUrZh1jSfK8dlsBnN+pFisVGIJ2Zb9EbTUJtxVP9BI4v6FphmwGATcwYazPqpxhJTS9bVY0bpa3Rm/fV6XmcRdVkLjEJx7eCpRnP80SXDJmWZ9TlX+PVmfd+iCqkgfvKq4JzsqSbz5EmFU41zcqYZzDcYbxyWa9ZPNheLU6b5xFwYuBr6rpDM8S8HGmrE4nl8njNn/a76lqz4L+6cXpezwW7pb962S7duys6T/tvOras2jJIW6UeaJ5tLdVe0H/THzy3UuSuulaoN+eN0WQbTT14vA3/Hvm/bXXl8sT5XMrZvvkNaqcsRTQbLtmXxb8X2I/qCvPy8KabYVfEvzVFjc7/Ja/pm982ebxoYv719ivjjq/P6bZg1RK+Pv1auGzOUb7aKgyShfdyQfL+Ob0+Mir9eLvHxZ72ArPfiX5VNl8ySsD5/4vTR8Z9fpeelebpCt9CeWyEFs28wx/dXFedUSCaDkKuP71z/ppgv5ojxt/TZEp+XLVXB5EuNFZKQayppv9FYLGaJNdJgIFP8mw06WHN0Or1eMOiNBlO+uShrYPbAHEtudp5kEfv0ucLUny+QBvADxUGmQr5IGNJfFssFa5aNt0sOwck/ITwpPWX8WvhG95140fTM6rZNWx6yz79x0+a7it7Ozbt2+jf/sFWOXbR46QcbtmzdfvcThzpOPX/upV++8+FHFzmJiITPXzN62jWLN2yFj0c6Tp375cuvfPgRlxSYGpSYJUFlw/Zdu196+ZWc/DJ4NW3+wiVLg8qW7U9Ai+dfevfDjy7k5E+aFlTiGw6fPnP2tTcufLH+x5seefTM2edfeOWt3099oPM3515+ZdqMmfMXLFl6x9Zth44dP/uzcy+8kd+/YOGiL7/67mK88ZZ33s0d0hQuKl669l/3H3jn3etOne5fMHjI5CkzZqLQ/OuPjj7/6mt/uPDF3yLRbbGWkbbKxw4cP/vCK2+8u5Mbd/8D9m1DXr44Y+ZNCw3GPEtJ5WefN4V9o8dePWnO8pYXX0p0/e7Nj7+7yMlLh617V1o30Vgo6fPbn86NP6WTDe1F4kAjL1VKbskg8ga9Id88K6+PYZ5BlIrMJtEoGkQwlcRsSSdm6fncfroZhkLDfFilBmTPkiaIYJRI+fq8bL9UPGKp3CjdPCL+om7dQXGQft234gJDf9MAE7LczSAog/QLDOW6yeYKCZhCdGRVSIP0WWL8afg0vW/8r8arxDxxDFgq5bp1F/MHGCvzreKw3KF58c3Sup39s/ptvFdXCeurkDvAFD8zLJYdf31Qu0UXf9/0X3tEn6l9Ud/4CWP87b5XiWZ9lXGyMVsfyxos3iQtMMXXDygy9zdNl+J36p96JLtAcuyT2t8aacjW6db9VB6lhw9bpPgZsVDMy7GCjTqP7efxlKpaHsT+yhS6OddLMrddt4xbfMVerk+BPCRbXjbk84pl5aPs75WHH91bITwuWwd/I9u475Z591zc6/2WH+rjzQHf8JyhVU/l7quuHDDU/5fBQ68d5943Z3Dg/bkXbg7Mmxl+f97u04EbuFcC85WuffO5t4beyL23b8H+D4Yu/PTD9xclPgkslrnPllzgf7TUZoP9S9IwGH/1hImTJs9W6slSxnZ2cmMLGuFtyT/3lfldfQ8O2KfAAWDF/aaAJ91ZfgfL72T5JrYPQP/L3dz4T7ERL3H38nkx3M3GltYr5CpB1FieR8dWrMsbwhAhj5ZfAbGFGBgTzXiHu745hhvv8qzaloaV1kbwnEbayo3kYjns3srzSEwDXcHkXnq03NwI/rIQsTvK8zRtrOHmWHl/tFogCEiPH1hxH4H3Qv4H";
var v = (c, n) => $(J, c, n);
async function J() {
  return WebAssembly.compile(await X2().catch(t));
}
async function X2() {
  let c = new Blob([f(O)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(c).arrayBuffer();
}
async function t() {
  return f((await import("./plain-SM5EQQC2.js")).bytes);
}
function f(c) {
  return Uint8Array.from(atob(c), (n) => n.charCodeAt(0));
}
export {
  v as start
};
