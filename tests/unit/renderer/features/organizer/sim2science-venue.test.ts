import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { venueSchema, type Venue } from '@shared/model/venue';
import { findShortcomings } from '@shared/rules/review-completeness';

function readVenue(): Venue {
  return venueSchema.parse(JSON.parse(readFileSync('resources/venues/sim2science-2026.json', 'utf8')));
}

function ratingSpan(venue: Venue, id: string): readonly number[] {
  const field = venue.form.fields.find((candidate) => candidate.id === id);
  return field?.kind === 'rating' ? field.scale.map((step) => step.value) : [];
}

describe('the Sim2Science venue file', () => {
  it('names the workshop, its place, its contact and a double-blind review', () => {
    const { id, name, shortName, place, contact, policy } = readVenue();
    expect({ id, name, shortName, place, contact, blind: policy.blind }).toEqual({
      id: 'sim2science-2026',
      name: 'Sim2Science: ML with Imperfect Scientific Models, ICML 2026 Workshop',
      shortName: 'Sim2Science 2026',
      place: 'Seoul, South Korea',
      contact: 'sim2science@gmail.com',
      blind: 'double',
    });
  });

  it('announces its dates, unknown ones and a month among them', () => {
    expect(Object.fromEntries(readVenue().dates.map((date) => [date.id, date.date]))).toEqual({
      submission: '2026-04-24',
      reviews: 'TBD',
      notification: '2026-05-15',
      'camera-ready': 'TBD',
      event: '2026-07',
    });
  });

  it('lists the ten topics of interest in their order', () => {
    expect(readVenue().topics.map((topic) => [topic.id, topic.title])).toEqual([
      ['sbi', 'Simulation-based inference and related parameter inference methods'],
      ['misspecification', 'Model misspecification: simulator diagnostics and discrepancy modeling'],
      ['emulators', 'Emulator and surrogate modeling, hybrid and physics-informed approaches'],
      ['structure', 'Simulator structure, degeneracy, simplifications, identifiability'],
      ['pipelines', 'Simulator pipelines: data handling, preprocessing, integration with downstream ML'],
      [
        'active-learning',
        'Active learning and Bayesian optimization for fitting parameters or model components',
      ],
      ['closed-loop', 'Closed-loop and experiment-in-the-loop scientific workflows'],
      ['multi-fidelity', 'Multi-fidelity and multi-resolution modeling'],
      ['equation-discovery', 'Model and equation discovery'],
      ['differentiable', 'Differentiable frameworks and LLM-assisted scientific reasoning'],
    ]);
  });

  it('asks for every rating on its scale, with words for each value', () => {
    const venue = readVenue();
    for (const id of ['soundness', 'significance', 'clarity', 'relevance']) {
      expect(ratingSpan(venue, id)).toEqual([1, 2, 3, 4]);
    }
    expect(ratingSpan(venue, 'overall')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ratingSpan(venue, 'confidence')).toEqual([1, 2, 3, 4, 5]);
  });

  it('keeps the ethics flag and the confidential note for chairs', () => {
    const forChairs = readVenue().form.fields.filter((field) => field.audience === 'chairs');
    expect(forChairs.map((field) => field.id)).toEqual(['presentation', 'ethics', 'confidential']);
  });

  it('lets a review be ready without presentation, ethics and note', () => {
    expect(findShortcomings(readVenue().form, {}).map((lack) => lack.field)).toEqual([
      'topics',
      'soundness',
      'significance',
      'clarity',
      'relevance',
      'overall',
      'confidence',
      'summary',
      'strengths',
      'weaknesses',
      'questions',
    ]);
  });

  it('helps with every field', () => {
    expect(readVenue().form.fields.filter((field) => field.help.length < 40)).toEqual([]);
  });
});
