import { linspace, logspace } from '../lib/numbers.mjs';

const GRAVITY = 9.81;
const RESTITUTION = 0.8;
const END_TIME = 0.9;

/** A value with its derivative in the release height: forward-mode automatic differentiation. */
const dual = (value, slope = 0) => ({ value, slope });
const add = (a, b) => dual(a.value + b.value, a.slope + b.slope);
const multiply = (a, b) => dual(a.value * b.value, a.slope * b.value + a.value * b.slope);
const divide = (a, b) =>
  dual(a.value / b.value, (a.slope * b.value - a.value * b.slope) / (b.value * b.value));
const scale = (a, factor) => dual(a.value * factor, a.slope * factor);

/** The exact height at the end, and its derivative, before a second bounce. */
function exact(height) {
  const fall = Math.sqrt((2 * height) / GRAVITY);
  const up = RESTITUTION * GRAVITY * fall;
  const rest = END_TIME - fall;
  const fallSlope = 1 / Math.sqrt(2 * GRAVITY * height);
  return dual(
    up * rest - 0.5 * GRAVITY * rest * rest,
    fallSlope * (RESTITUTION * GRAVITY * rest - up + GRAVITY * rest),
  );
}

/** A fixed-step simulator with one of three treatments of contact, differentiated through. */
function simulate(height, step, contact) {
  const steps = Math.round(END_TIME / step);
  const h = END_TIME / steps;
  let x = dual(height, 1);
  let v = dual(0);
  for (let n = 0; n < steps; n += 1) {
    const nextV = add(v, dual(-GRAVITY * h));
    const nextX = add(x, scale(add(v, nextV), 0.5 * h));
    if (nextX.value >= 0 || nextV.value >= 0) {
      x = nextX;
      v = nextV;
    } else if (contact === 'clamp') {
      x = dual(0);
      v = scale(nextV, -RESTITUTION);
    } else if (contact === 'reflect') {
      x = scale(nextX, -RESTITUTION);
      v = scale(nextV, -RESTITUTION);
    } else {
      // The step is cut at the moment of contact, and the moment itself is differentiated.
      let hit = dual((h * x.value) / (x.value - nextX.value));
      const heightAt = (time) => add(add(x, multiply(v, time)), scale(multiply(time, time), -0.5 * GRAVITY));
      for (let i = 0; i < 6; i += 1) {
        const speed = add(v, scale(hit, -GRAVITY));
        hit = add(hit, scale(divide(heightAt(hit), speed), -1));
      }
      const rest = add(dual(h), scale(hit, -1));
      const up = scale(add(v, scale(hit, -GRAVITY)), -RESTITUTION);
      x = add(multiply(up, rest), scale(multiply(rest, rest), -0.5 * GRAVITY));
      v = add(up, scale(rest, -GRAVITY));
    }
  }
  return x;
}

/** Gradient descent on the release height to reach a target height at the end. */
function descend(contact, target, start) {
  const path = [];
  let height = start;
  for (let i = 0; i <= 40; i += 1) {
    const miss = exact(height).value - target;
    path.push([i, Math.abs(miss), height]);
    const { value, slope } = simulate(height, 0.01, contact);
    height = Math.min(Math.max(height - 0.3 * (value - target) * slope, 0.5), 2.2);
  }
  return path;
}

/** A ball, a floor, and the gradient that automatic differentiation does not see. */
export function run() {
  const steps = logspace(0.05, 0.0005, 25);
  const contacts = ['clamp', 'reflect', 'event'];
  const gradients = contacts.map((contact) => ({
    contact,
    points: steps.map((step) => [step, simulate(1, step, contact).slope]),
  }));
  const values = contacts.map((contact) => ({
    contact,
    points: steps.map((step) => [step, Math.abs(simulate(1, step, contact).value - exact(1).value)]),
  }));
  const heights = linspace(0.6, 2, 57);
  return {
    gradients,
    values,
    exact: exact(1),
    landscape: heights.map((height) => [height, exact(height).value]),
    slopes: heights.map((height) => [height, exact(height).slope]),
    stepped: heights.map((height) => [height, simulate(height, 0.02, 'clamp').value]),
    descents: contacts.map((contact) => ({ contact, points: descend(contact, 0.55, 0.7) })),
    target: 0.55,
  };
}
