import { Module } from '@nestjs/common';
import { CandidateFileController } from './candidate-file.controller.js';
import { CandidateFile } from './candidate-file.service.js';

/** One candidate on one page, and all that happened. */
@Module({ controllers: [CandidateFileController], providers: [CandidateFile] })
export class CandidateFileModule {}
