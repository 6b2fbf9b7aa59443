/* Times the IRR grid of VR NVL72, read off lines of equal IRR as packages/models/src/one-chart/irr-grid.ts does it.
 * Takes periods per year, rows, columns and passes. */
#include "clock.h"
#include "irr.h"
#include <stdlib.h>
#include <string.h>

#define MAX_FLOWS 128
#define LOWEST (-5.0)
#define HIGHEST 8.0
#define LINES_PER_UNIT 160

typedef struct {
  int count;
  double origin[MAX_FLOWS], per_capex[MAX_FLOWS], per_price[MAX_FLOWS];
} surface;

typedef struct {
  int count;
  double *growth, *alpha, *beta, *alpha_slope, *beta_slope;
} line_table;

typedef struct {
  double value, slope;
} present;

static present present_value(const double *flows, int count, double discount) {
  present p = {0, 0};
  for (int t = count - 1; t >= 0; t--) {
    p.slope = p.slope * discount + p.value;
    p.value = p.value * discount + flows[t];
  }
  return p;
}

static line_table table_of(const surface *s, int periods_per_year) {
  const int count = (int)((HIGHEST - LOWEST) * LINES_PER_UNIT) + 1;
  double *room = malloc(5 * count * sizeof(double));
  line_table t = {count, room, room + count, room + 2 * count, room + 3 * count, room + 4 * count};
  for (int line = 0; line < count; line++) {
    const double log_rate = LOWEST + line / (double)LINES_PER_UNIT;
    const double discount = exp(-log_rate / periods_per_year), chain = -discount / periods_per_year;
    const present fixed = present_value(s->origin, s->count, discount);
    const present per_capex = present_value(s->per_capex, s->count, discount);
    const present per_price = present_value(s->per_price, s->count, discount);
    t.growth[line] = exp(log_rate);
    t.alpha[line] = -fixed.value / per_price.value;
    t.beta[line] = -per_capex.value / per_price.value;
    t.alpha_slope[line] = (-chain * (fixed.slope + t.alpha[line] * per_price.slope)) / per_price.value;
    t.beta_slope[line] = (-chain * (per_capex.slope + t.beta[line] * per_price.slope)) / per_price.value;
  }
  return t;
}

typedef struct {
  double no_return, no_investment, plain_above, plain_below;
} price_regions;

static price_regions regions_of(const surface *s, double capex) {
  const price_regions unclear = {-INFINITY, INFINITY, INFINITY, -INFINITY};
  double most_fixed = 0, most_per_price = 0;
  for (int t = 0; t < s->count; t++) {
    most_fixed = fmax(most_fixed, fabs(s->origin[t] + capex * s->per_capex[t]));
    most_per_price = fmax(most_per_price, fabs(s->per_price[t]));
  }
  const double fixed_dust = 2e-9 * most_fixed, price_dust = 2e-9 * most_per_price;
  double no_return = INFINITY, plain_above = -INFINITY;
  for (int t = 1; t < s->count; t++) {
    const double fixed = s->origin[t] + capex * s->per_capex[t], rise = s->per_price[t];
    if (fixed == 0 && rise == 0) continue;
    if (rise <= price_dust) return unclear;
    no_return = fmin(no_return, -fixed / rise);
    plain_above = fmax(plain_above, (fixed_dust - fixed) / (rise - price_dust));
  }
  const double signing = s->origin[0] + capex * s->per_capex[0], prepaid = s->per_price[0];
  if (!(signing < 0) || prepaid < 0) return unclear;
  const double plain_below = (-signing - fixed_dust) / (prepaid + price_dust);
  return (price_regions){fmin(no_return, plain_below), prepaid == 0 ? INFINITY : -signing / prepaid, plain_above,
                         plain_below};
}

static int line_below(const line_table *t, double capex, double price) {
  int low = 0, high = t->count - 1;
  while (high - low > 1) {
    const int middle = (low + high) >> 1;
    if (t->alpha[middle] + capex * t->beta[middle] <= price) low = middle;
    else high = middle;
  }
  return low;
}

static void fill_row(const surface *s, const line_table *t, double capex, const double *prices, int columns,
                     int periods_per_year, double *rates, unsigned char *statuses) {
  const price_regions r = regions_of(s, capex);
  const int last_pair = t->count - 2;
  int line = -1, column = 0;
  while (column < columns) {
    const double price = prices[column];
    if (price >= r.no_investment || price <= r.no_return) {
      rates[column] = -1;
      statuses[column++] = price >= r.no_investment ? IRR_NO_INVESTMENT : IRR_NO_RETURN;
      continue;
    }
    if (line < 0) line = line_below(t, capex, price);
    while (line < last_pair && t->alpha[line + 1] + capex * t->beta[line + 1] <= price) line++;
    while (line > 0 && t->alpha[line] + capex * t->beta[line] > price) line--;

    const double from = t->alpha[line] + capex * t->beta[line];
    const double to = t->alpha[line + 1] + capex * t->beta[line + 1];
    const double start_slope = t->alpha_slope[line] + capex * t->beta_slope[line];
    const double end_slope = t->alpha_slope[line + 1] + capex * t->beta_slope[line + 1];
    const int plain = from > r.plain_above && to < r.plain_below && start_slope > 0 && end_slope > 0;
    if (!(plain && price >= from && price < to)) {
      double flows[MAX_FLOWS];
      for (int k = 0; k < s->count; k++) flows[k] = s->origin[k] + capex * s->per_capex[k] + price * s->per_price[k];
      const irr_result solved = irr(flows, s->count, periods_per_year);
      rates[column] = solved.status <= IRR_MULTIPLE ? solved.rate : -1;
      statuses[column++] = (unsigned char)solved.status;
      continue;
    }
    const double at_from = t->growth[line], at_to = t->growth[line + 1];
    const double per_width = 1 / (to - from), chord = (at_to - at_from) * per_width;
    const double start = at_from / start_slope, end = at_to / end_slope;
    const double square = (3 * chord - 2 * start - end) * per_width;
    const double cube = (start + end - 2 * chord) * per_width * per_width;
    for (double next = price; next >= from && next < to; next = prices[column]) {
      const double above = next - from;
      rates[column++] = at_from - 1 + above * (start + above * (square + above * cube));
      if (column == columns) break;
    }
  }
}

typedef struct {
  double *rates;
  unsigned char *statuses;
} grid;

/* A grid of its own each time, as the caller of the other one gets. */
static grid grid_of(const surface *s, int periods_per_year, int rows, int columns, const double *prices,
                    const double *capexes) {
  const size_t cells = (size_t)rows * columns;
  const line_table t = table_of(s, periods_per_year);
  const grid g = {malloc(cells * sizeof(double)), calloc(cells, 1)};
  for (int row = 0; row < rows; row++)
    fill_row(s, &t, capexes[row], prices, columns, periods_per_year, g.rates + (size_t)row * columns,
             g.statuses + (size_t)row * columns);
  free(t.growth);
  return g;
}

static void release(grid g) {
  free(g.rates);
  free(g.statuses);
}

int main(int count, char **arguments) {
  if (count != 5) return 2;
  const int periods_per_year = atoi(arguments[1]), rows = atoi(arguments[2]), columns = atoi(arguments[3]);
  const int passes = atoi(arguments[4]), periods = 5 * periods_per_year;
  const double hours = 8760.0 / periods_per_year, prepaid = 0.15;
  surface s = {periods + 1, {0}, {0}, {0}};
  s.per_capex[0] = -1;
  s.per_price[0] = prepaid * periods * hours;
  for (int t = 1; t <= periods; t++) {
    s.origin[t] = -1.2775 * hours;
    s.per_price[t] = (1 - prepaid) * hours;
  }
  const long cells = (long)rows * columns;
  double *prices = malloc(columns * sizeof(double)), *capexes = malloc(rows * sizeof(double));
  for (int c = 0; c < columns; c++) prices[c] = 2.5 + (10.0 * c) / (columns - 1);
  for (int r = 0; r < rows; r++) capexes[r] = 60000 + (260000.0 * r) / (rows - 1) + 23880;
  grid g = grid_of(&s, periods_per_year, rows, columns, prices, capexes);
  const double start = now_ns();
  for (int pass = 0; pass < passes; pass++) {
    release(g);
    g = grid_of(&s, periods_per_year, rows, columns, prices, capexes);
  }
  const double ns = (now_ns() - start) / passes;
  double sum = 0, undefined = 0;
  for (long i = 0; i < cells; i++) {
    if (g.statuses[i] <= IRR_MULTIPLE) sum += g.rates[i];
    else undefined++;
  }
  print_timed(ns, (double[]){sum, undefined, g.rates[cells / 2 + columns / 3], g.rates[cells / 7]}, 4);
  return 0;
}
