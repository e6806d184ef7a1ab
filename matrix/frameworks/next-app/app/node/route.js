/** A route handler in Node. */
import { report } from '../report.js';

export const dynamic = 'force-dynamic';
export const GET = async ({ nextUrl }) => new Response(await report(nextUrl.searchParams.get('data')));
