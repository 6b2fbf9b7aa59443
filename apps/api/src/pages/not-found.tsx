/** What is said where there is nothing to show, and where to go instead. */
export const NotFound = ({ why }: { readonly why: string }) => (
  <>
    <h1>Nothing here</h1>
    <p>{why}</p>
    <p>
      Try <a href="/">today’s figures</a>, the <a href="/one-chart">One Chart</a> or the <a href="/gpu">GPU indices</a>.
      A receipt is 64 characters 0–9 and a–f, of which the first few suffice, as in <code>/receipt/3f9a61c04b7d</code>.
    </p>
  </>
);
