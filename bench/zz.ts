import { cashFlows, floorPrice, irr, parseInput, projectSchema } from '@bandgap/models';
const P=512;
const projects=Array.from({ length: P }, (_, k) => { const project = parseInput(projectSchema, { capexPerGpu: 80_000 + (60_000 * ((k * 7) % P)) / P, opexPerGpuHour: 0.9 + (0.8 * ((k * 11) % P)) / P, prepayFraction: 0.15*k/P, periodsPerYear: 12, opexEscalation:.03, prepayCredit:'first' });
 return cashFlows(project, floorPrice(project, 0.156) * (1 + (0.5 * ((k * 13) % P)) / P)).net;});
let b=1e9;for(let r=0;r<30;r++){const t=performance.now();for(let i=0;i<20;i++)for(const f of projects)irr(f,12);b=Math.min(b,(performance.now()-t)*1e6/20/P)}console.log(b.toFixed(0));
