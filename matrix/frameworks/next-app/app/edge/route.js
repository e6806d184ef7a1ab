/** A route handler in the Edge runtime, where Node's globals throw. */
import { report } from '../report.js';

export const runtime = 'edge';
export const GET = async ({ nextUrl }) => new Response(await report(nextUrl.searchParams.get('data')));
