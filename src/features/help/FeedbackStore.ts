import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { FeedbackBody, FeedbackReceived } from '../../../server/contract/feedback';
import { toApiError } from '../../api/ApiError';
import type { FeedbackApi } from '../../api/feedbackApi';
import type { FieldProblem } from '../../components/ErrorSummary';
import type { BoundedCache } from '../../platform/BoundedCache';
import { isFeedbackKind, isGuidePart } from './feedbackLabels';
import { problemsIn, problemsOf } from './feedbackProblems';

/** What is kept on the device until it is sent. */
export interface FeedbackDraft {
  /** The id under which it is sent, however often: the server keeps it once. */
  feedbackId: string;
  /** What was sent under that id, perhaps without an answer; null before the first try. */
  sent: string | null;
  choice: string | null;
  description: string;
  contactPhone: string;
}

/** Typing pauses this long before the draft is written. */
const pauseMs = 400;

interface Surroundings {
  api: FeedbackApi;
  drafts: BoundedCache<FeedbackDraft>;
  newId: () => string;
}

/** One feedback: about a guide, or about the mini-program. What was typed stays through every error and every restart. */
export class FeedbackStore {
  choice: string | null;
  description: string;
  contactPhone: string;
  problems: FieldProblem[] = [];
  isBusy = false;
  received: FeedbackReceived | null = null;
  readonly guideId: string | null;
  readonly #on: Surroundings;
  readonly #draftId: string;
  #feedbackId: string;
  #sent: string | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param guideId null when it is about the mini-program */
  constructor(guideId: string | null, on: Surroundings) {
    this.guideId = guideId;
    this.#on = on;
    this.#draftId = guideId ?? 'mini_program';
    const draft = on.drafts.find(this.#draftId)?.value;
    this.choice = draft?.choice ?? null;
    this.description = draft?.description ?? '';
    this.contactPhone = draft?.contactPhone ?? '';
    this.#feedbackId = draft?.feedbackId ?? on.newId();
    this.#sent = draft?.sent ?? null;
    makeAutoObservable(this, { problems: observableRef, received: observableRef, guideId: false }, { autoBind: true });
  }

  choose(choice: string): void {
    this.choice = choice;
    this.keepDraft();
  }

  typeDescription(text: string): void {
    this.description = text;
    this.#keepSoon();
  }

  typeContactPhone(text: string): void {
    this.contactPhone = text.replace(/[\s-]/g, '');
    this.#keepSoon();
  }

  problemAt(anchor: string): string | undefined {
    return this.problems.find((problem) => problem.anchor === anchor)?.message;
  }

  /** Writes the draft now; also when the page is left. */
  keepDraft(): void {
    clearTimeout(this.#timer);
    if (this.received !== null) return;
    const { choice, description, contactPhone } = this;
    if (choice === null && description === '' && contactPhone === '') this.#on.drafts.remove(this.#draftId);
    else this.#on.drafts.save(this.#draftId, { feedbackId: this.#feedbackId, sent: this.#sent, choice, description, contactPhone });
  }

  async send(): Promise<void> {
    if (this.isBusy || this.received !== null) return;
    const body = this.#body();
    this.problems = problemsIn(this, this.guideId !== null);
    if (this.problems.length > 0 || body === null) return;
    this.isBusy = true;
    this.#name(body);
    this.keepDraft();
    let outcome: FeedbackReceived | FieldProblem[];
    try {
      outcome = await this.#on.api.sendFeedback(this.#feedbackId, body);
    } catch (thrown) {
      outcome = problemsOf(toApiError(thrown));
    }
    runInAction(() => {
      this.isBusy = false;
      if (Array.isArray(outcome)) this.problems = outcome;
      else this.#finish(outcome);
    });
  }

  /** Words changed after a try that may have arrived are another feedback: under the old id they would be lost. */
  #name(body: FeedbackBody): void {
    const text = JSON.stringify(body);
    if (this.#sent !== null && this.#sent !== text) this.#feedbackId = this.#on.newId();
    this.#sent = text;
  }

  #finish(received: FeedbackReceived): void {
    clearTimeout(this.#timer);
    this.received = received;
    this.#on.drafts.remove(this.#draftId);
  }

  #body(): FeedbackBody | null {
    const { choice, guideId } = this;
    const shared = { description: this.description.trim(), ...(this.contactPhone === '' ? {} : { contactPhone: this.contactPhone }) };
    if (choice === null) return null;
    if (guideId !== null) return isGuidePart(choice) ? { subject: 'guide', guideId, part: choice, ...shared } : null;
    return isFeedbackKind(choice) ? { subject: 'mini_program', kind: choice, ...shared } : null;
  }

  #keepSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.keepDraft, pauseMs);
  }
}
