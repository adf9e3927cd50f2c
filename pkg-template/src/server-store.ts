/** A webhook as a store keeps it. */
export interface KeptWebhook {
  /** Its JSON, in one form for all equal ones. It names people: keep it as you keep contracts. */
  body: string;
  /** When it came, in milliseconds since 1970. */
  receivedAt: number;
}

/**
 * Where webhooks are kept, and the secrets by which they are known. What a method has resolved
 * to survives the process: a webhook is answered with success only then.
 */
export interface WebhookStore {
  /**
   * Keeps a secret's hash, with what you call the document, until a time in milliseconds since
   * 1970; and forgets the secrets whose time is over at `now`.
   */
  addSecret(secret: { hash: string; reference: string; until: number; now: number }): Promise<void>;
  /**
   * The reference that was kept with a hash, unless its time is over at `now`; else undefined or
   * null. Whatever else it resolves to is `store-failed`.
   */
  referenceOf(hash: string, now: number): Promise<string | null | undefined>;
  /**
   * Records a webhook, and says whether it is new, by true or false: whatever else it resolves
   * to is `store-failed`. It is known by reference and digest: whoever records the same again,
   * at whatever time and from whatever process, changes nothing. In SQL: a unique key on both,
   * and `ON CONFLICT DO NOTHING`.
   */
  record(webhook: KeptWebhook & { reference: string; digest: string }): Promise<boolean>;
  /** The webhooks of a document, in the order in which they were recorded. */
  webhooksOf(reference: string): Promise<KeptWebhook[]>;
}

/** A store for tests and demonstrations: it is gone with the process. */
export function createMemoryStore(): WebhookStore {
  const secrets = new Map<string, { reference: string; until: number }>();
  const webhooks = new Map<string, Map<string, KeptWebhook>>();
  return {
    async addSecret({ hash, reference, until, now }) {
      for (const [known, secret] of secrets) if (secret.until <= now) secrets.delete(known);
      secrets.set(hash, { reference, until });
    },
    async referenceOf(hash, now) {
      const secret = secrets.get(hash);
      return secret && now < secret.until ? secret.reference : undefined;
    },
    async record({ reference, digest, body, receivedAt }) {
      let kept = webhooks.get(reference);
      if (!kept) webhooks.set(reference, (kept = new Map()));
      if (kept.has(digest)) return false;
      kept.set(digest, { body, receivedAt });
      return true;
    },
    async webhooksOf(reference) {
      return [...(webhooks.get(reference)?.values() ?? [])];
    },
  };
}
