import { Command } from 'commander';
import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import { commands } from '../commands/index.ts';
import { loadConfig, requireToken } from './config.ts';
import { UserError } from './errors.ts';
import { toRegistration } from './transports/discord/commands.ts';

const program = new Command('register')
  .description('put the commands on Discord; running it again changes nothing')
  .option('--guild <id>', 'only on this server, where they appear at once')
  .action(async ({ guild }: { guild?: string }) => {
    if (guild !== undefined && !/^\d{1,20}$/.test(guild))
      throw new UserError(`"${guild}" is not a server id; it has only digits.`);
    const config = loadConfig();
    const rest = new REST({ api: config.DISCORD_API_URL }).setToken(requireToken(config));
    const { id } = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
    const route = guild ? Routes.applicationGuildCommands(id, guild) : Routes.applicationCommands(id);
    // Replacing the whole list is idempotent, and takes away commands that are no more.
    await rest.put(route, { body: toRegistration(commands, guild ? 'guild' : 'global') });
    process.stdout.write(`${commands.length} commands registered ${guild ? `on server ${guild}` : 'globally'}.\n`);
  });

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UserError ? 2 : 1;
}
