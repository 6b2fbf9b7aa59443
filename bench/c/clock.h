/* The clock of the machine, and results as JSON. */
#ifndef BANDGAP_CLOCK_H
#define BANDGAP_CLOCK_H
#include <stdio.h>
#include <time.h>

static double now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

static void print_timed(double ns, const double *results, int count) {
  printf("{\"ns\": %.1f, \"results\": [", ns);
  for (int i = 0; i < count; i++) printf(i == 0 ? "%.17g" : ", %.17g", results[i]);
  printf("]}\n");
}
#endif
