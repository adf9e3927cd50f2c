import { randomUUID } from 'node:crypto';
import { connection } from 'next/server';
import { Contract } from './contract';

export default async function Page() {
  await connection();
  return (
    <>
      <h1>A contract</h1>
      <Contract order={randomUUID()} />
    </>
  );
}
