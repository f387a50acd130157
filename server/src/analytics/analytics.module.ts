import { Module } from '@nestjs/common';
import { AnalyticsController } from './analytics.controller.js';
import { DashboardService } from './dashboard.service.js';

@Module({ controllers: [AnalyticsController], providers: [DashboardService] })
export class AnalyticsModule {}
