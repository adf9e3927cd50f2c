import { bootstrapApplication } from '@angular/platform-browser';
import { Contract } from './contract';

void bootstrapApplication(Contract);
