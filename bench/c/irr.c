/* Times IRRs of projects read from a file of doubles. Takes the file, flows per project, periods per year, passes. */
#include "clock.h"
#include "irr.h"
#include <stdlib.h>

int main(int count, char **arguments) {
  if (count != 5) return 2;
  FILE *file = fopen(arguments[1], "rb");
  if (file == NULL) return 2;
  const int flows = atoi(arguments[2]), periods_per_year = atoi(arguments[3]), passes = atoi(arguments[4]);
  fseek(file, 0, SEEK_END);
  const long numbers = ftell(file) / (long)sizeof(double);
  const int projects = (int)(numbers / flows);
  rewind(file);
  double *all = malloc(numbers * sizeof(double)), *rates = malloc(projects * sizeof(double));
  if (fread(all, sizeof(double), numbers, file) != (size_t)numbers) return 2;
  double ns = 0;
  for (int round = 0; round < 2; round++) {
    const double start = now_ns();
    for (int pass = 0; pass < passes; pass++)
      for (int p = 0; p < projects; p++) rates[p] = irr(all + (long)p * flows, flows, periods_per_year).rate;
    ns = (now_ns() - start) / passes / projects;
  }
  print_timed(ns, rates, projects);
  return 0;
}
