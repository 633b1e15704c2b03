import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { eraseSupporter } from '../supporters/erase.ts';
import { forgetWhatIsNoLongerNeeded } from '../supporters/forget.ts';
import { takeMail } from './mail-allowance.ts';
import { limitForm } from './mail-limit.ts';

describe('the form of an address for limits', () => {
  it.each([
    ['amina@mail.example', 'amina@mail.example'],
    ['amina+justice@mail.example', 'amina@mail.example'],
    ['amina+a+b@mail.example', 'amina@mail.example'],
    ['a.mina@mail.example', 'a.mina@mail.example'],
    ['amina-k@mail.example', 'amina-k@mail.example'],
    ['+amina@mail.example', '+amina@mail.example'],
    ['a.mi.na@gmail.com', 'amina@gmail.com'],
    ['amina+x.y@googlemail.com', 'amina@gmail.com'],
    ['amina-k@gmail.com', 'amina-k@gmail.com'],
    ['amina.k+x@outlook.com', 'amina.k@outlook.com'],
    ['a-mi_na.k+x@pm.me', 'aminak@proton.me'],
    ['amina@protonmail.com', 'amina@proton.me'],
    ['amina+x@me.com', 'amina@icloud.com'],
    ['anything@amina.fastmail.com', 'amina@fastmail.com'],
    ['amina+x@fastmail.com', 'amina@fastmail.com'],
    ['amina-shop@yahoo.com', 'amina@yahoo.com'],
    ['a-mina.k@ya.ru', 'aminak@yandex.ru'],
    ['...@gmail.com', '...@gmail.com'],
  ])('of %s is %s', (address, form) => {
    expect(limitForm(address)).toBe(form);
  });
});

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

/** In minutes after each action was made. */
async function waits(): Promise<number[]> {
  const rows = await platform.app.database
    .selectFrom('actions')
    .select(['created_at', 'mail_due_at'])
    .orderBy('id')
    .execute();
  return rows.map((row) => Math.round((row.mail_due_at.getTime() - row.created_at.getTime()) / 60_000));
}

const forgetActions = () => platform.app.database.deleteFrom('actions').execute();

describe('confirmations to one mailbox', () => {
  it('are five an hour under all of its addresses together, and nobody else’s wait', async () => {
    for (const address of ['amina', 'amina+1', 'amina+2', 'amina+3', 'amina+4', 'amina', 'amina+5', 'amina+6'])
      await platform.offers(`${address}@mail.example`);
    await platform.offers('bilal+1@mail.example');
    expect(await waits()).toEqual([0, 0, 0, 0, 0, 60, 60, 60, 0]);
    await forgetActions();
  });

  it('are five an hour where dots are not seen, first seen by the plain address or not', async () => {
    for (const address of ['a.mina', 'am.ina', 'ami.na+x', 'amin.a', 'a.m.i.n.a', 'amina'])
      await platform.offers(`${address}@gmail.com`);
    expect(await waits()).toEqual([0, 0, 0, 0, 0, 60]);
    await forgetActions();
  });

  it('are no more when many addresses of it are typed at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => platform.offers(`flood+${index}@mail.example`)));
    expect((await waits()).filter((minutes) => minutes === 0)).toHaveLength(5);
    await forgetActions();
  });

  it('are not held up by actions that were made while a clock was a day ahead', async () => {
    for (let action = 0; action < 6; action += 1) await platform.offers('ahead@mail.example');
    await platform.fresh.pool.query(
      `UPDATE actions SET created_at = created_at + interval '1 day', mail_due_at = mail_due_at + interval '1 day'`,
    );
    await platform.offers('ahead@mail.example');
    expect((await waits()).at(-1)).toBe(0);
    await forgetActions();
  });

  it('leave no trace after two days, and say nothing of the plain address', async () => {
    const action = await platform.offers('traced+1@mail.example');
    await platform.offers('traced@mail.example');
    const mailboxes = async () =>
      (await platform.app.database.selectFrom('actions').select('mailbox').execute()).flatMap(
        ({ mailbox }) => mailbox ?? [],
      );
    const [mailbox] = await mailboxes();
    expect(mailbox?.equals(platform.keyOf('traced@mail.example'))).toBe(false);
    await eraseSupporter(platform.app, platform.keyOf('traced@mail.example'));
    expect(await mailboxes()).toHaveLength(1);
    await forgetWhatIsNoLongerNeeded(platform.app, new Date(Date.now() + 3 * 86_400_000));
    expect(await mailboxes()).toEqual([]);
    expect((await platform.app.database.selectFrom('actions').select('id').execute()).map(({ id }) => id)).toEqual([
      action.id,
    ]);
    await forgetActions();
  });
});

describe('other mails to one mailbox', () => {
  const now = new Date();
  const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);
  const takes = async (address: string, when = now) =>
    Boolean(await takeMail(platform.app, platform.app.database, 'data-link', address, when));

  it('are counted under all of its addresses, in time, at once or one after the other', async () => {
    const all = await Promise.all(
      ['box@mail.example', 'Box+1@mail.example', 'box+2@mail.example'].map((one) => takes(one)),
    );
    expect(all.filter(Boolean)).toHaveLength(1);
    expect([await takes('box+3@mail.example', at(3_599_000)), await takes('other@mail.example')]).toEqual([
      false,
      true,
    ]);
    expect([await takes('box+4@mail.example', at(3_600_000)), await takes('box@mail.example', at(3_600_001))]).toEqual([
      true,
      false,
    ]);
  });

  it.each([86_400_000, -86_400_000])('are refused no longer because a clock jumped by %d ms', async (jump) => {
    const address = `jump${jump}@mail.example`;
    expect([await takes(address), await takes(address, at(1))]).toEqual([true, false]);
    expect([await takes(address, at(jump)), await takes(address, at(jump + 1))]).toEqual([true, false]);
  });

  it('are given back where none left', async () => {
    const allowance = await takeMail(platform.app, platform.app.database, 'data-link', 'back@mail.example', now);
    await allowance?.giveBack();
    expect(await takes('back@mail.example')).toBe(true);
  });
});
