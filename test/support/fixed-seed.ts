/** Properties are tried on the same cases in every run. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20_260_501 });
