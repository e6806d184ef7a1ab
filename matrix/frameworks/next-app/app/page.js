/** Runs the suite in a server component for `/?where=server`, otherwise in a client component. */
import Client from './client.js';
import { report } from './report.js';

export default async function Page({ searchParams }) {
  const { where, data, to } = await searchParams;
  if (where === 'server') return <pre>{await report(data)}</pre>;
  return <Client data={data} to={to} />;
}
