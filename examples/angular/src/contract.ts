import { CUSTOM_ELEMENTS_SCHEMA, Component, signal } from '@angular/core';
import type { DocumentologSignElementEventMap } from 'documentolog-embed/element';
import type { SignOptions } from 'documentolog-embed';
import 'documentolog-embed/element';

@Component({
  selector: 'app-contract',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>A contract</h1>
    <!-- The sandbox. Leave base-url out for the real service. -->
    <documentolog-sign
      base-url="http://127.0.0.1:4100"
      style="height: 40rem"
      [options]="options"
      [token]="token"
      (signed)="onSigned($event)"
      (failed)="onFailed($event)"
    ></documentolog-sign>
    <p id="outcome" role="status" [attr.data-type]="text() && 'signed'">{{ text() }}</p>
  `,
})
export class Contract {
  readonly text = signal<string | undefined>(undefined);
  readonly #order = crypto.randomUUID();

  readonly token: SignOptions['token'] = async (signal) => {
    const answer = await fetch(`/api/token?order=${this.#order}`, { method: 'POST', signal });
    if (!answer.ok) throw new Error(`The token route answered ${answer.status}`);
    return answer.json();
  };

  readonly options: Pick<SignOptions, 'confirm'> = {
    confirm: (_claim, signal) => fetch(`/api/signed?order=${this.#order}`, { signal }).then((answer) => answer.ok),
  };

  onSigned({ detail }: DocumentologSignElementEventMap['signed']): void {
    this.text.set(`Signed by ${detail.method}, and confirmed.`);
  }

  onFailed({ detail }: DocumentologSignElementEventMap['failed']): void {
    this.text.set(detail.error.message);
  }
}
