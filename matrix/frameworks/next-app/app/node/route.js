/** A route handler in Node. */
import { report } from '../report.js';

export const dynamic = 'force-dynamic';
export const GET = () => new Response(report());
