// Ends with 1 where PostgreSQL or Redis does not answer: the tests on them are never skipped.
import { once } from 'node:events';
import { connect } from 'node:net';
import pg from 'pg';

const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
await client.connect();
await client.query('SELECT 1');
await client.end();
console.log('PostgreSQL answers');

const { hostname, port } = new URL(process.env.TEST_REDIS_URL);
const socket = connect(Number(port || 6379), hostname);
socket.setTimeout(5_000, () => socket.destroy(new Error('Redis does not answer within 5 s')));
await once(socket, 'connect');
socket.write('PING\r\n');
const [answer] = await once(socket, 'data');
if (!String(answer).startsWith('+PONG')) throw new Error(`Redis answered ${answer}`);
socket.destroy();
console.log('Redis answers');
