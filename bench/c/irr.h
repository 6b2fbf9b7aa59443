/* Internal rate of return as packages/models/src/irr does it: one pass over the flows, then Newton in a bracket. */
#ifndef BANDGAP_IRR_H
#define BANDGAP_IRR_H
#include <math.h>
#include <stddef.h>

enum { IRR_OK, IRR_MULTIPLE, IRR_NO_INVESTMENT, IRR_NO_RETURN, IRR_NO_ROOT };

typedef struct {
  int status;
  double rate; /* effective per year; meaningless unless the status is IRR_OK or IRR_MULTIPLE */
} irr_result;

typedef struct {
  int sign_changes, last, invests_first, returns_later;
  double largest, sum, guess;
} flow_shape;

static flow_shape shape_of(const double *flows, int count) {
  flow_shape s = {0};
  for (int t = 0; t < count; t++) s.largest = fmax(s.largest, fabs(flows[t]));
  const double dust = 1e-9 * s.largest;
  double received = 0, received_times = 0, paid = 0, paid_times = 0;
  int last_sign = 0;
  for (int t = 0; t < count; t++) {
    const double flow = flows[t];
    if (flow > dust) {
      received += flow;
      received_times += flow * t;
      if (last_sign < 0) s.sign_changes++;
      last_sign = 1;
      s.last = t;
    } else if (!(flow >= -dust)) {
      paid -= flow;
      paid_times -= flow * t;
      if (last_sign > 0) s.sign_changes++;
      last_sign = -1;
      s.last = t;
    }
  }
  s.returns_later = received_times > 0;
  s.invests_first = count > 0 && flows[0] < -dust;
  s.sum = received - paid;
  s.guess = log(received / paid) / (received_times / received - paid_times / paid);
  return s;
}

typedef struct {
  double value, slope;
} discounted_flows;

static inline discounted_flows discounted(const double *flows, int last, double u) {
  const double factor = exp(-fabs(u)), square = factor * factor;
  const int step = u >= 0 ? 1 : -1;
  int time = u >= 0 ? last : 0;
  double even = 0, odd = 0, even_slope = 0, odd_slope = 0;
  if (last % 2 == 0) {
    even = flows[time];
    time -= step;
  }
  for (int pairs = (last + 1) >> 1; pairs > 0; pairs--) {
    odd_slope = odd_slope * square + odd;
    odd = odd * square + flows[time];
    even_slope = even_slope * square + even;
    even = even * square + flows[time - step];
    time -= 2 * step;
  }
  const double by_square = even_slope + factor * odd_slope;
  return (discounted_flows){even + factor * odd, -step * factor * (odd + 2 * factor * by_square)};
}

static double root_in(const double *flows, int last, double low, double high, double guess) {
  double u = guess > low && guess < high ? guess : (low + high) / 2;
  for (int steps = 0; steps < 200; steps++) {
    const discounted_flows d = discounted(flows, last, u);
    const double step = d.value / d.slope;
    if (fabs(step) <= 1e-8) return u - step;
    if (d.value >= 0) low = u;
    else high = u;
    const double next = u - step;
    u = next > low && next < high ? next : (low + high) / 2;
    if (high - low <= 1e-11) return u;
  }
  return u;
}

#define IRR_LIMIT 14.0
#define IRR_SCAN_STEP 0.01

static int largest_roots(const double *flows, flow_shape s, double *found) {
  const double top = fmin(IRR_LIMIT, log1p(s.largest / fabs(flows[0])));
  const double bottom = fmax(-IRR_LIMIT, -log1p(s.largest / fabs(flows[s.last])));
  const int last_step = (int)ceil((IRR_LIMIT - bottom) / IRR_SCAN_STEP);
  int loss_above = 0, roots = 0;
  for (int step = (int)floor((IRR_LIMIT - top) / IRR_SCAN_STEP); step <= last_step && roots < 2; step++) {
    const double u = IRR_LIMIT - step * IRR_SCAN_STEP;
    const int loss = discounted(flows, s.last, u).value < 0;
    if (loss_above && !loss)
      found[roots++] = root_in(flows, s.last, u, u + IRR_SCAN_STEP, u + IRR_SCAN_STEP / 2);
    loss_above = loss;
  }
  return roots;
}

static double power(double base, int exponent) {
  double result = 1, square = base;
  for (int left = exponent; left > 0; left >>= 1) {
    if (left & 1) result *= square;
    square *= square;
  }
  return result;
}

static double rising_product(double n) { return n * (n + 1) * (n + 2); }

/* The rate of one investment, a delay, equal payments and perhaps another after them; NAN for any other shape. */
static double level_rate(const double *flows, int count) {
  const int end = count - 1;
  const double invested = -flows[0];
  int first = 1;
  while (first < end && flows[first] == 0) first++;
  if (first >= end) return NAN;
  const double level = flows[first];
  int after = first + 1;
  while (after <= end && flows[after] == level) after++;
  if (after < end) return NAN;
  const double final = after == end ? flows[end] : 0, dust = 1e-9 * fmax(invested, fmax(level, final));
  if (!(invested > dust && level > dust && isfinite(dust)) || (after == end && !(final > dust))) return NAN;

  const int delay = first - 1, payments = after - first, last = delay + payments;
  const double total = payments * level + final;
  const double times = (payments * level * (delay + last + 1)) / 2 + final * (last + 1);
  const double products =
      (level * (rising_product(last) - rising_product(delay))) / 3 + final * (last + 1.0) * (last + 2.0);
  const double straight = times / total, bend = straight * straight - products / total / 2;
  const double gain = total / invested - 1;
  double rate = (2 * gain) / (straight + sqrt(fmax(0, straight * straight + 4 * bend * gain)));
  for (int step = 0; step < 16 && fabs(rate) > 1e-4 && rate > -1; step++) {
    const double discount = 1 / (1 + rate), per_rate = 1 / rate;
    const double until_service = power(discount, delay), until_last = power(discount, payments);
    const double annuity = (1 - until_last) * per_rate;
    const double level_value = level * until_service * annuity;
    const double final_value = final * until_service * until_last * discount;
    const double value = level_value + final_value;
    const double level_slope = level * until_service * (payments * discount * until_last - annuity) * per_rate;
    const double slope = level_slope - discount * (delay * level_value + (last + 1) * final_value);
    const double change = (value * (invested - value)) / (slope * invested);
    rate += change;
    if (fabs(change) <= 1e-9) return rate;
  }
  return NAN;
}

static irr_result irr(const double *flows, int count, int periods_per_year) {
  const double level = level_rate(flows, count);
  if (!isnan(level)) return (irr_result){IRR_OK, power(1 + level, periods_per_year) - 1};
  const flow_shape s = shape_of(flows, count);
  if (!s.invests_first) return (irr_result){IRR_NO_INVESTMENT, 0};
  if (!s.returns_later) return (irr_result){IRR_NO_RETURN, 0};
  double roots[2];
  int found;
  if (s.sign_changes == 1) {
    const double limit = s.sum >= 0 ? IRR_LIMIT : -IRR_LIMIT;
    const double ruling = s.sum >= 0 ? -flows[0] : flows[s.last];
    found = ruling > 1e-6 * s.largest || (discounted(flows, s.last, limit).value >= 0) != (s.sum >= 0);
    if (found)
      roots[0] = s.sum >= 0 ? root_in(flows, s.last, 0, limit, s.guess) : root_in(flows, s.last, limit, 0, s.guess);
  } else {
    found = largest_roots(flows, s, roots);
  }
  if (found == 0) return (irr_result){IRR_NO_ROOT, 0};
  return (irr_result){found == 1 ? IRR_OK : IRR_MULTIPLE, expm1(roots[0] * periods_per_year)};
}
#endif
