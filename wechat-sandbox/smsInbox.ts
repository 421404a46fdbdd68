import type { Clock } from '../server/clock';

/** Older messages fall out. */
const capacity = 200;

export interface SmsMessage {
  phoneNumber: string;
  text: string;
  receivedAt: string;
}

/** What arrived on the demo citizens' phones. */
export class SmsInbox {
  private messages: SmsMessage[] = [];

  constructor(private readonly clock: Clock) {}

  receive(phoneNumber: string, text: string): void {
    this.messages = [{ phoneNumber, text, receivedAt: this.clock.now().toISOString() }, ...this.messages].slice(0, capacity);
  }

  /** Newest first. */
  list(): readonly SmsMessage[] {
    return this.messages;
  }
}
