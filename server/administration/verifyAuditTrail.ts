import { auditHeadFile } from '../audit/auditHeadFile';
import { verifyAudit } from '../audit/verifyAudit';
import type { Command } from './command';

export const verifyAuditTrail: Command = {
  name: 'verify-audit',
  usage: 'verify-audit',
  summary: '核对操作记录：有没有被改动、删去、插入或截断',
  run: async (_args, { pool, config, clock, tell }) => {
    const { checked, findings } = await verifyAudit(pool, auditHeadFile(config), clock.now());
    for (const finding of findings) tell(finding);
    tell(findings.length === 0 ? `核对了 ${checked} 条操作记录，完好。` : `核对了 ${checked} 条操作记录，发现 ${findings.length} 处问题。`);
    return findings.length === 0 ? 0 : 1;
  },
};
