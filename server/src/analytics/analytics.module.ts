import { Module } from '@nestjs/common';
import { AnalyticsController } from './analytics.controller.js';
import { CandidateFile } from './candidate-file.service.js';
import { DashboardService } from './dashboard.service.js';

@Module({ controllers: [AnalyticsController], providers: [CandidateFile, DashboardService] })
export class AnalyticsModule {}
