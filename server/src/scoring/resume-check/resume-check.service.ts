import { Injectable } from '@nestjs/common';
import type { ResumeAssessment } from '@zhiyu/contracts/resume-assessment';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/time/clock.js';
import { Applications } from '../../recruiting/applications.service.js';
import { Positions } from '../../recruiting/positions.service.js';
import { SkillSeeds } from '../../recruiting/question-drafts/skill-seeds.js';
import { ResumeStore } from '../../recruiting/resume-store.js';
import { mayOn } from '../../staff/access.js';
import { opens } from '../../staff/rights.js';
import { Assessing } from '../assessing/assessing.service.js';
import { resumeBasis } from '../engine/contradictions/resume-basis.js';
import { Reports } from '../reports.service.js';
import { assessmentOf } from './assessment.js';

const nothing: ResumeAssessment = { claims: [], skills: [], notes: [] };

/** A résumé beside its position and, for those who may read the report, beside what was said. */
@Injectable()
export class ResumeCheck {
  constructor(
    private readonly applications: Applications,
    private readonly positions: Positions,
    private readonly resumes: ResumeStore,
    private readonly seeds: SkillSeeds,
    private readonly reports: Reports,
    private readonly assessing: Assessing,
    private readonly clock: Clock,
  ) {}

  async of(actor: StaffActor, id: string): Promise<ResumeAssessment> {
    const { application, position } = await this.applications.require(
      actor,
      id,
      'application.view',
    );
    // Who may not open the résumé gets no lines of it.
    const mayRead = opens(actor.roles, 'contact');
    const resume = mayRead ? await this.resumes.read(application.resumeId) : null;
    if (!resume) {
      return nothing;
    }
    const { content } = await this.positions.version(application.positionVersionId);
    const { parsed } = resume;
    const now = this.clock.now();
    const asOf = new Date(now)
      .toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
      .slice(0, 7);
    const basis = resumeBasis(parsed, asOf);
    const seen = mayOn(actor, 'report.view', position);
    const report = seen ? await this.reports.ofApplication(application.id) : null;
    const spoken = report
      ? { answers: report.answers, contradictions: report.contradictions ?? [] }
      : null;
    const claims = await this.assessing.run('claims', { basis, spoken });
    return assessmentOf({ parsed, basis, now }, { content, catalogue: this.seeds.all(), claims });
  }
}
