/** Boxes to ask for silence about a rule, and to take note of a firing. */

interface Rule {
  /** `*` for every rule. */
  readonly rule: string;
}

export const SilenceForm = ({ rule }: Rule) => (
  <section class="save" aria-label="Silence">
    <h3>{rule === '*' ? 'Silence every rule' : 'Silence this rule'}</h3>
    <p>Messages are held back for a while; what would have been told is kept and shown here.</p>
    <form action="/alerts/silence" method="post">
      <input type="hidden" name="rule" value={rule} />
      <div>
        <label for="silence-by">Who</label>{' '}
        <input id="silence-by" name="by" type="text" required maxlength={80} autocomplete="name" />
      </div>
      <div>
        <label for="silence-reason">Why</label>{' '}
        <input id="silence-reason" name="reason" type="text" required maxlength={500} />
      </div>
      <div>
        <label for="silence-hours">Hours</label>{' '}
        <input id="silence-hours" name="hours" type="number" min={1} max={8760} value="24" required />
      </div>
      <button type="submit">Silence</button>
    </form>
  </section>
);

export const AcknowledgeForm = ({ rule }: Rule) => (
  <section class="save" aria-label="Acknowledge">
    <h3>Take note of this firing</h3>
    <p>No reminders of it until it ends, or for the hours you say.</p>
    <form action="/alerts/acknowledge" method="post">
      <input type="hidden" name="rule" value={rule} />
      <div>
        <label for="acknowledge-by">Who</label>{' '}
        <input id="acknowledge-by" name="by" type="text" required maxlength={80} autocomplete="name" />
      </div>
      <div>
        <label for="acknowledge-reason">What is done about it</label>{' '}
        <input id="acknowledge-reason" name="reason" type="text" maxlength={500} />
      </div>
      <div>
        <label for="acknowledge-hours">Hours</label>{' '}
        <input id="acknowledge-hours" name="hours" type="number" min={1} max={8760} />
      </div>
      <button type="submit">Acknowledge</button>
    </form>
  </section>
);
