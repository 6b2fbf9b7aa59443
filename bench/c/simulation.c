/* Times the floor simulation of VR NVL72. Takes the draws and the rounds; prints nanoseconds and results as JSON. */
#include "simulation.h"
#include "clock.h"
#include <stdio.h>

enum { MEAN, DEVIATION, P5, P50, P95, UNDER, CORRELATIONS, RESULTS = CORRELATIONS + 9 };

static double *column(int draws) { return malloc((draws + 1) * sizeof(double)); }

static void simulate(int draws, double *result) {
  uint32_t state[4];
  seeded(20260501, state);
  double *per_watt = column(draws), *watts = column(draws), *columns[COLUMNS];
  for (int c = 0; c < COLUMNS; c++) columns[c] = column(draws);
  draw((distribution){LOGNORMAL, 38.1, 0.08, 0}, per_watt, draws, state);
  draw((distribution){UNIFORM, 185 * 1000 / 72.0, 225 * 1000 / 72.0, 0}, watts, draws, state);
  draw((distribution){TRIANGULAR, 0.9, 1.28, 1.75}, columns[OPEX], draws, state);
  draw((distribution){TRIANGULAR, 0.9, 0.98, 1}, columns[UTILIZATION], draws, state);
  draw((distribution){TRIANGULAR, 0, 0.05, 0.2}, columns[RESIDUAL], draws, state);
  draw((distribution){TRIANGULAR, 0, 0.15, 0.25}, columns[PREPAY], draws, state);
  draw((distribution){INTEGER, 0, 9, 0}, columns[DELAY], draws, state);
  draw((distribution){UNIFORM, 0.13, 0.2, 0}, columns[HURDLE], draws, state);
  for (int i = 0; i < draws; i++) columns[CAPEX][i] = per_watt[i] * watts[i];

  double *floors = column(draws), *floor_ranks = column(draws), *own_ranks = column(draws);
  level_floors((contract){60, 12, 8760}, columns, floors, draws);
  const size_t words = (size_t)draws * sizeof(uint32_t);
  sorter s = {malloc(words), malloc(words), malloc(words), malloc(words), malloc(DIGITS * sizeof(uint32_t))};
  sorted_order(&s, floors, draws);
  double sum = 0, squares = 0;
  int under = 0;
  for (int i = 0; i < draws; i++) sum += floors[i];
  const double mean = sum / draws;
  for (int i = 0; i < draws; i++) squares += (floors[i] - mean) * (floors[i] - mean);
  for (int i = 0; i < draws; i++) under += 4.92 < floors[i];
  result[MEAN] = mean;
  result[DEVIATION] = sqrt(squares / draws);
  result[P5] = quantile(floors, s.order, draws, 0.05);
  result[P50] = quantile(floors, s.order, draws, 0.5);
  result[P95] = quantile(floors, s.order, draws, 0.95);
  result[UNDER] = (double)under / draws;
  ranks_of(floors, s.order, floor_ranks, draws);
  double *inputs[9] = {per_watt, watts, columns[OPEX], columns[UTILIZATION], columns[RESIDUAL],
                       columns[PREPAY], columns[DELAY], columns[HURDLE], columns[CAPEX]};
  for (int c = 0; c < 9; c++) {
    sorted_order(&s, inputs[c], draws);
    ranks_of(inputs[c], s.order, own_ranks, draws);
    result[CORRELATIONS + c] = rank_correlation(own_ranks, floor_ranks, draws);
  }
  free(s.order), free(s.next), free(s.high), free(s.low), free(s.places);
  for (int c = 0; c < COLUMNS; c++) free(columns[c]);
  free(per_watt), free(watts), free(floors), free(floor_ranks), free(own_ranks);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  const int draws = atoi(arguments[1]), passes = atoi(arguments[2]);
  double result[RESULTS];
  simulate(draws, result);
  const double start = now_ns();
  for (int pass = 0; pass < passes; pass++) simulate(draws, result);
  print_timed((now_ns() - start) / passes, result, RESULTS);
  return 0;
}
