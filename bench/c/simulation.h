/* The floor simulation as packages/models/src/simulation does it: columns of draws, closed-form floors, radix ranks. */
#ifndef BANDGAP_SIMULATION_H
#define BANDGAP_SIMULATION_H
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static uint32_t mixed(uint32_t bits) {
  bits = (bits ^ (bits >> 16)) * 0x21f0aaadu;
  bits = (bits ^ (bits >> 15)) * 0x735a2d97u;
  return bits ^ (bits >> 15);
}

static void seeded(uint32_t seed, uint32_t *state) {
  for (uint32_t word = 0; word < 4; word++) state[word] = mixed(seed + (word + 1) * 0x9e3779b9u);
}

static inline uint32_t rotated(uint32_t word, int bits) { return (word << bits) | (word >> (32 - bits)); }

static inline uint32_t next_word(uint32_t *s) {
  const uint32_t result = rotated(s[1] * 5, 7) * 9, shifted = s[1] << 9;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotated(s[3], 11);
  return result;
}

static void draw_uniform(uint32_t *state, double *numbers, int count) {
  uint32_t s[4];
  memcpy(s, state, sizeof s);
  for (int i = 0; i < count; i++) {
    const uint32_t first = next_word(s), second = next_word(s);
    numbers[i] = ((first >> 5) * 67108864.0 + (second >> 6)) / 9007199254740992.0;
  }
  memcpy(state, s, sizeof s);
}

typedef enum { UNIFORM, INTEGER, TRIANGULAR, LOGNORMAL } distribution_kind;
typedef struct {
  distribution_kind kind;
  double a, b, c; /* low high | low high | low mode high | median sigma */
} distribution;

static void draw(distribution d, double *numbers, int count, uint32_t *state) {
  count += count % 2;
  draw_uniform(state, numbers, count);
  switch (d.kind) {
  case UNIFORM:
    for (int i = 0; i < count; i++) numbers[i] = d.a + (d.b - d.a) * numbers[i];
    break;
  case INTEGER:
    for (int i = 0; i < count; i++) numbers[i] = d.a + floor((d.b - d.a + 1) * numbers[i]);
    break;
  case TRIANGULAR: {
    const double span = d.c - d.a, below = span == 0 ? 0 : (d.b - d.a) / span;
    for (int i = 0; i < count; i++) {
      const double share = numbers[i];
      numbers[i] =
          share < below ? d.a + sqrt(share * span * (d.b - d.a)) : d.c - sqrt((1 - share) * span * (d.c - d.b));
    }
    break;
  }
  case LOGNORMAL:
    for (int i = 0; i < count; i += 2) {
      const double radius = d.b * sqrt(-2 * log(1 - numbers[i])), angle = 2 * M_PI * numbers[i + 1];
      numbers[i] = d.a * exp(radius * cos(angle));
      numbers[i + 1] = d.a * exp(radius * sin(angle));
    }
  }
}

enum { CAPEX, OPEX, UTILIZATION, RESIDUAL, PREPAY, DELAY, HURDLE, COLUMNS };

typedef struct {
  int term_periods, periods_per_year;
  double hours_per_year;
} contract;

static void level_floors(contract k, double **columns, double *floors, int draws) {
  const double hours = k.hours_per_year / k.periods_per_year;
  const int n = k.term_periods;
  for (int i = 0; i < draws; i++) {
    const double log_rate = log1p(columns[HURDLE][i]) / k.periods_per_year;
    const double lost = -expm1(-n * log_rate);
    const double from_service = log_rate == 0 ? n : lost / expm1(log_rate);
    const double at_service = exp(-columns[DELAY][i] * log_rate);
    const double annuity = at_service * from_service, capex = columns[CAPEX][i], prepaid = columns[PREPAY][i];
    const double paid =
        capex * (1 - columns[RESIDUAL][i] * at_service * (1 - lost)) + columns[OPEX][i] * hours * annuity;
    floors[i] = paid / (hours * columns[UTILIZATION][i] * (prepaid * n + (1 - prepaid) * annuity));
  }
}

#define DIGIT_BITS 16
#define DIGITS (1 << DIGIT_BITS)
#define DIGIT_MASK (DIGITS - 1)

typedef struct {
  uint32_t *order, *next, *high, *low, *places;
} sorter;

static int places_of(const uint32_t *word, int shift, int count, uint32_t *places) {
  memset(places, 0, DIGITS * sizeof *places);
  for (int i = 0; i < count; i++) places[(word[i] >> shift) & DIGIT_MASK]++;
  if (places[(word[0] >> shift) & DIGIT_MASK] == (uint32_t)count) return 0;
  uint32_t place = 0;
  for (int digit = 0; digit < DIGITS; digit++) {
    const uint32_t digits = places[digit];
    places[digit] = place;
    place += digits;
  }
  return 1;
}

static void sort_by(sorter *s, const uint32_t *word, int count) {
  for (int shift = 0; shift < 32; shift += DIGIT_BITS) {
    if (!places_of(word, shift, count, s->places)) continue;
    for (int k = 0; k < count; k++) {
      const uint32_t index = s->order[k];
      s->next[s->places[(word[index] >> shift) & DIGIT_MASK]++] = index;
    }
    uint32_t *swapped = s->order;
    s->order = s->next;
    s->next = swapped;
  }
}

static int mended(uint32_t *order, const double *values, int count) {
  long moves_left = 4L * count;
  double before = -INFINITY;
  for (int k = 0; k < count; k++) {
    const uint32_t index = order[k];
    const double value = values[index];
    if (value >= before) {
      before = value;
      continue;
    }
    int place = k;
    while (place > 0 && values[order[place - 1]] > value) {
      order[place] = order[place - 1];
      place--;
      moves_left--;
    }
    order[place] = index;
    if (moves_left < 0) return 0;
  }
  return 1;
}

/* Leaves the order of `values` in `s->order`. */
static void sorted_order(sorter *s, const double *values, int count) {
  for (int i = 0; i < count; i++) {
    uint64_t bits;
    memcpy(&bits, &values[i], sizeof bits);
    bits ^= bits >> 63 ? ~0ull : 1ull << 63;
    s->high[i] = (uint32_t)(bits >> 32);
    s->low[i] = (uint32_t)bits;
    s->order[i] = (uint32_t)i;
  }
  sort_by(s, s->high, count);
  if (mended(s->order, values, count)) return;
  for (int i = 0; i < count; i++) s->order[i] = (uint32_t)i;
  sort_by(s, s->low, count);
  sort_by(s, s->high, count);
}

static void ranks_of(const double *values, const uint32_t *order, double *ranked, int count) {
  for (int first = 0, after; first < count; first = after) {
    for (after = first + 1; after < count && values[order[after]] == values[order[first]];) after++;
    for (int k = first; k < after; k++) ranked[order[k]] = (first + 1 + after) / 2.0;
  }
}

static double rank_correlation(const double *a, const double *b, int count) {
  const double mean = (count + 1) / 2.0;
  double both = 0, of_a = 0, of_b = 0;
  for (int i = 0; i < count; i++) {
    const double from_a = a[i] - mean, from_b = b[i] - mean;
    both += from_a * from_b;
    of_a += from_a * from_a;
    of_b += from_b * from_b;
  }
  return both / sqrt(of_a * of_b);
}

static double quantile(const double *values, const uint32_t *order, int count, double share) {
  const double place = share * (count - 1);
  const int below = (int)place;
  const double low = values[order[below]], high = values[order[below + 1 < count ? below + 1 : below]];
  return low + (place - below) * (high - low);
}
#endif
