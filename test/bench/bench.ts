import { parseArgs } from 'node:util';
import { benchAnswers } from './answers.ts';
import { benchCheck } from './check.ts';
import { benchFaults } from './faults.ts';
import { benchGateway, soakGateway } from './gateway.ts';
import { benchHttp } from './http.ts';

// `npm run bench`: the figures of this machine. --soak MINUTES adds a long run at 50 interactions a second.

const { values } = parseArgs({ options: { soak: { type: 'string' } } });

for (const part of [benchAnswers, benchGateway, benchFaults, benchHttp, benchCheck])
  for (const line of await part()) console.log(line);
if (values.soak) for (const line of await soakGateway(Number(values.soak), 50)) console.log(line);
