import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { sendComment } from '../support/add-comments';
import { writeArticle } from '../support/builders';
import { request } from '../support/http';
import { blockWrites } from '../support/raw-database';
import { startApp, type TestApp } from '../support/start-app';
import { createTestDatabase } from '../support/test-database';
import { waitUntil } from '../support/wait-until';

/** Whatever is sent in two parts has begun, and so it is not idle when the service stops. */
const begin = (path: string) => `GET ${path} HTTP/1.1\r\nhost: localhost\r\n`;
const finish = '\r\n';

/** A keep-alive connection. */
class Connection {
  /** What was answered so far. */
  text = '';
  private readonly socket: Socket;
  private readonly closed: Promise<unknown>;

  constructor({ origin }: TestApp) {
    this.socket = connect(Number(new URL(origin).port), 'localhost').setEncoding('utf8');
    this.socket.on('data', (part: string) => (this.text += part));
    this.closed = once(this.socket, 'close');
  }

  /** Resolves once the bytes have gone. */
  send(bytes: string): Promise<void> {
    return new Promise((resolve) => {
      this.socket.write(bytes, () => {
        resolve();
      });
    });
  }

  /** All that was answered until the service closed the connection. Errors: the socket's own. */
  async readToEnd(): Promise<string> {
    await this.closed;
    return this.text;
  }
}

/** Whether a new connection is refused. */
const isRefused = (service: TestApp) =>
  new Connection(service).readToEnd().then(
    () => false,
    () => true,
  );

describe('a service that is stopping', () => {
  it('does not wait for connections on which nothing was ever sent', async () => {
    const service = await startApp();
    const silent = new Connection(service);
    // The server has accepted what was opened before it answered.
    await request(service, '/health/live');
    await service.stop();
    expect(await silent.readToEnd()).toBe('');
  });

  it('ends what runs, answers SERVICE_STOPPING to what still arrives, and is live till the end', async () => {
    const database = await createTestDatabase();
    const service = await startApp({ database });
    const { article } = await writeArticle(service);
    const unblock = await blockWrites(database);
    service.statements.length = 0;
    const running = sendComment(service, article.id);
    await waitUntil(() => service.statements.includes('database.begin'));
    const paths = ['/graphql?query=%7B__typename%7D', '/health/ready', '/health/live'];
    const connections = paths.map(() => new Connection(service));
    await Promise.all(connections.map((connection, at) => connection.send(begin(paths[at] ?? ''))));
    // What came before is read before: the service has the beginnings once it has answered this.
    await request(service, '/health/live');
    const closed = service.app.close();
    await waitUntil(() => isRefused(service));
    await Promise.all(connections.map((connection) => connection.send(finish)));
    const answers = await Promise.all(connections.map((connection) => connection.readToEnd()));
    await unblock();
    expect((await running).comment?.status).toBe('APPROVED');
    await closed;
    await database.drop();
    const heads = answers.map((text) => text.split('\r\n\r\n')[0]?.toLowerCase() ?? '');
    expect(heads.map((head) => head.split(' ')[1])).toEqual(['503', '503', '200']);
    for (const head of heads) expect(head).toContain('connection: close');
    for (const text of answers.slice(0, 2)) expect(text).toContain('"code":"SERVICE_STOPPING"');
    expect(answers[2]).toContain('{"status":"live"}');
  });
});
