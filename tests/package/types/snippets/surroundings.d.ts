// What the documents' code blocks take from what surrounds them in an app.
import type { SignOptions } from 'documentolog-embed';

declare global {
  const token: SignOptions['token'];
  const confirm: NonNullable<SignOptions['confirm']>;
  const contractUrl: string;
  const webhookUrl: string;
  const iin: string;
  const process: { env: Record<string, string | undefined> };
  // Vue's compiler knows these.
  function defineProps<Props>(): Props;
  function defineEmits<Events extends Record<string, unknown[]>>(): (name: keyof Events) => void;
}
