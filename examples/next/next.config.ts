import type { NextConfig } from 'next';

const config: NextConfig = {
  // The repository around this example has packages of its own.
  turbopack: { root: import.meta.dirname },
};

export default config;
