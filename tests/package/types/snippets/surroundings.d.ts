// What the documents' code blocks take from what surrounds them in an app.
import type { SignOptions } from 'documentolog-embed';

declare global {
  const token: SignOptions['token'];
  const isSigned: NonNullable<SignOptions['confirm']>;
  const contractUrl: string;
  const webhookUrl: string;
  const iin: string;
  const process: { env: Record<string, string | undefined> };
  /** A database's client, of whatever kind. */
  const db: any;
}
