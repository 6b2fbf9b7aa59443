/** Every way to take data away, and how to name them in a text of one's own. */
export const DataWays = () => (
  <>
    <h2>For programs</h2>
    <dl>
      <dt>HTTP</dt>
      <dd>
        <a href="/docs">The reference</a>, from <a href="/v1/openapi.json">an OpenAPI 3.1 document</a>: every table as
        JSON, CSV or Parquet, as known at any time.
      </dd>
      <dt>Figures</dt>
      <dd>
        <a href="/v1/figures">Today’s figures</a> and <a href="/v1/indices">the indices</a>, each with its receipt.
      </dd>
      <dt>Changes</dt>
      <dd>
        <a href="/changes.atom">Atom</a>, and <a href="/v1/stream">a stream</a> that never ends.
      </dd>
      <dt>Monitoring</dt>
      <dd>
        <a href="/metrics">Metrics</a> in the format of Prometheus.
      </dd>
      <dt>Sheets</dt>
      <dd>
        <code>=IMPORTDATA("…/v1/indices/h100/on_demand/neocloud/history.csv")</code>, where the sheet can reach this
        server.
      </dd>
      <dt>SQL</dt>
      <dd>
        The schema <code>pub</code> of the database has views with a description each, for Grafana, Metabase or psql;
        the role <code>bandgap_reader</code> may read them and nothing else.
      </dd>
      <dt>Releases</dt>
      <dd>
        <code>bandgap export --release</code> writes all that may be passed on as Parquet files with a{' '}
        <code>datapackage.json</code> and checksums; <code>bandgap restore</code> loads one.
      </dd>
    </dl>
    <h2>How to cite</h2>
    <p class="cite">
      Bandgap, “name of the figure”, its day, as known at its time, receipt and its first twelve characters.
    </p>
    <p>
      The receipt is the hash of everything the figure was computed from: whoever has it can have it recomputed under{' '}
      <code>/verify/</code>, and sees each source and its licence. Name those sources too. The page of each index has
      its citation ready, with BibTeX.
    </p>
  </>
);
