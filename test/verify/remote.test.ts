import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runVerify } from '../../src/transports/cli/verify.ts';
import { SPECIFICATION } from '../knowledge/made-up.ts';
import { file, fileAt, OLD, PAGE, QUICK, writeTopic } from './place.ts';

const NEW = 'b'.repeat(40);

type Answer = (response: ServerResponse) => void;
const text =
  (body: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(200, headers).end(body);
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end();

describe('verify', () => {
  let dir = '';
  let server: Server;
  let base = '';
  /** What the server says, by path; anything else is a 404. */
  let answers: Record<string, Answer | Answer[]> = {};
  let asked: { path: string; etag: string | undefined }[] = [];

  beforeEach(async () => {
    answers = {};
    asked = [];
    server = createServer((request, response) => {
      const path = (request.url ?? '').replace(/\?.*$/, '');
      asked.push({ path, etag: request.headers['if-none-match'] });
      const known = answers[path];
      const answer = Array.isArray(known) ? (known.length > 1 ? known.shift() : known[0]) : known;
      (answer ?? status(404))(response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    dir = await mkdtemp(join(tmpdir(), 'ask-aot-'));
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await rm(dir, { recursive: true, force: true });
  });

  const raw = (path: string) => `/raw/example/tea/HEAD/${path}`;
  const commits = '/api/repos/example/tea/commits';

  function verify(flags = {}) {
    const places = {
      KNOWLEDGE_DIR: dir,
      CACHE_DIR: join(dir, '.cache'),
      VERIFY_RAW_URL: `${base}/raw`,
      VERIFY_API_URL: `${base}/api`,
      VERIFY_SITE_URL: `${base}/site`,
    };
    return runVerify(places, flags, process.stderr, QUICK);
  }

  it('tells verified, changed, missing, moved, lost and not checked apart', async () => {
    const names = ['good', 'gone', 'moved', 'lost', 'busy', 'broken', 'hangs', 'huge', 'angry'];
    await writeTopic(dir, Object.fromEntries(names.map((name) => [name, file(`${name}.md`)])));
    const page = text(PAGE);
    Object.assign(answers, {
      [commits]: text(JSON.stringify([{ sha: NEW }])),
      [raw('good.md')]: page,
      '/site/docs.example/moved.md': status(302, { location: `${base}/site/docs.example/elsewhere.md` }),
      '/site/docs.example/elsewhere.md': text('<h2 id="water">'),
      [raw('lost.md')]: text('# Page\n\n## Milk\n'),
      [raw('busy.md')]: [status(429, { 'retry-after': '0' }), page],
      [raw('broken.md')]: [status(500), page],
      [raw('hangs.md')]: () => undefined,
      [raw('huge.md')]: text('x'.repeat(20_000_000)),
      [raw('angry.md')]: status(403),
    });
    const { text: report, ok } = await verify();
    expect(ok).toBe(false);
    expect(report).toMatch(/Missing[^:]*: [^:]*\(\d\):\n(?:.*\n)*? {2}gone \(example\/tea, gone\.md\)/);
    expect(report).toMatch(/ {2}moved \(.*: to http:\/\/127\.0\.0\.1:\d+\/site\/docs\.example\/elsewhere\.md/);
    expect(report).toMatch(/ {2}lost \(.*: #water/);
    expect(report).toMatch(/Changed since they were read[\s\S]*good[\s\S]*busy[\s\S]*broken/);
    expect(report).toMatch(
      /Not checked[\s\S]*hangs[\s\S]*huge \(.*: larger than 1000000 bytes[\s\S]*angry \(.*: HTTP 403/,
    );
  });

  it('asks only for what has changed since the last time', async () => {
    await writeTopic(dir, { good: file('good.md') });
    answers[commits] = text(JSON.stringify([{ sha: NEW }]));
    answers[raw('good.md')] = [text(PAGE, { etag: '"one"' }), status(304)];
    await verify();
    asked = [];
    const { text: report } = await verify();
    expect(asked.find(({ path }) => path === raw('good.md'))?.etag).toBe('"one"');
    expect(asked.some(({ path }) => path === commits)).toBe(false);
    expect(report).toMatch(/Changed since they were read[\s\S]*good/);
  });

  it('verifies a page whose newest commit is not told', async () => {
    await writeTopic(dir, { good: file('good.md') });
    answers[raw('good.md')] = text(PAGE);
    answers[commits] = status(403);
    expect((await verify()).text).toMatch(/^1 of 4 pages verified/);
  });

  it('takes a byte order mark and an anchor inside a heading for no part of its text', async () => {
    await writeTopic(dir, { good: file('good.md') });
    answers[raw('good.md')] = text('\uFEFF\uFEFF## <a name="w"></a>Water\n');
    answers[commits] = status(403);
    expect((await verify()).text).toMatch(/^1 of 4 pages verified/);
  });

  it('reads a page that is fixed to a tag or a version branch there, and no other', async () => {
    await writeTopic(dir, {
      tagged: fileAt('v1.2', 'old.md'),
      branch: fileAt('release/2.0', 'old.md'),
      newest: fileAt('main', 'old.md'),
    });
    answers['/raw/example/tea/v1.2/old.md'] = text(PAGE);
    answers['/raw/example/tea/release/2.0/old.md'] = text('# Page\n');
    const { text: report } = await verify();
    expect(report).toMatch(/^1 of 6 pages verified/);
    expect(report).toMatch(/Missing[\s\S]* newest \([\s\S]*Lost[\s\S]* branch \(/);
  });

  it('leaves the headings of what is not Markdown to the site that shows it', async () => {
    await writeTopic(dir, { shown: file('b.rst'), source: fileAt('main', 'a.rst') });
    answers['/site/docs.example/b.rst'] = text('<h2 id="water">');
    answers[raw('a.rst')] = text('Water\n=====\n');
    const { text: report } = await verify();
    expect(report).toMatch(/^1 of 5 pages verified/);
    expect(report).toMatch(/Not checked[\s\S]*source \(.*: the headings of such a file can't be told/);
  });

  it('reads the ids of a rendered page', async () => {
    await writeTopic(dir, { site: 'url: "https://docs.example/site"' });
    answers['/site/docs.example/site'] = text('<h2 id="user-content-water">Water</h2>');
    expect((await verify()).text).toMatch(/^1 of 4 pages verified/);
  });

  it('writes date and commit of what is verified, and touches nothing else', async () => {
    await writeTopic(dir, { good: file('good.md'), gone: file('gone.md') });
    answers[raw('good.md')] = text(PAGE);
    answers[raw('docs/brewing.md')] = text('# Brewing');
    answers[commits] = text(JSON.stringify([{ sha: NEW }]));
    const before = await readFile(join(dir, 'tea/sources.yaml'), 'utf8');
    await verify({ write: true });
    const after = await readFile(join(dir, 'tea/sources.yaml'), 'utf8');
    const today = new Date().toISOString().slice(0, 10);
    const [good = ''] = before.match(/^good:.*$/m) ?? [];
    expect(after).toBe(before.replace(good, good.replace('2026-01-01', today).replace(OLD, NEW)));
    const row = '| example/tea | docs/brewing.md | How to brew | - |';
    const specification = await readFile(join(dir, 'tea.md'), 'utf8');
    expect(specification).toBe(SPECIFICATION.replace(row, row.replace('| - |', `| ${today} ${NEW.slice(0, 12)} |`)));
  });

  it('offline only tells how old the checks are', async () => {
    await writeTopic(dir, { good: file('good.md'), site: 'url: "https://docs.example/site"' });
    const { text: report, ok } = await verify({ offline: true });
    expect(report).toBe('Tea: 2 pages, verified between 2026-01-01 and 2026-01-01, 1 never.\n');
    expect([ok, asked]).toEqual([true, []]);
  });
});
