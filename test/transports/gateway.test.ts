import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { connectGateway, type Gateway } from '../../src/transports/gateway/gateway.ts';
import { openBot } from '../bot.ts';
import { openHandler } from '../discord/handler.ts';
import { slash } from '../discord/interactions.ts';
import { type Discord, startDiscord, TOKEN } from '../discord/loopback.ts';
import { transportCases } from './contract.ts';

describe('gateway: the real discord.js client against a loopback Discord', () => {
  let discord: Discord;
  let gateway: Gateway;
  const bot = openBot();

  beforeAll(async () => {
    discord = await startDiscord();
    const handle = openHandler(bot);
    gateway = await connectGateway({
      token: TOKEN,
      apiUrl: discord.apiUrl,
      handle,
      log: createLog({ LOG_LEVEL: 'silent' }),
    });
  });
  afterAll(async () => {
    await gateway.close();
    await discord.close();
  });

  it('logs in without any intent', () => {
    expect(discord.identifies.map(({ intents }) => intents)).toEqual([0]);
  });

  it('keeps nothing about the people who ask', async () => {
    for (const user of ['1300000000000000001', '1300000000000000002'])
      await discord.interact(slash('about', {}, { user }));
    const { users, guilds, channels } = gateway.client;
    expect([...users.cache.keys()]).toEqual([gateway.client.user?.id]);
    expect(guilds.cache.size + channels.cache.size).toBe(0);
  });

  transportCases(() => ({ discord, send: (interaction) => discord.interact(interaction), bot }));
});
