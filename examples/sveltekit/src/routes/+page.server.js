export const load = () => ({ order: crypto.randomUUID() });
