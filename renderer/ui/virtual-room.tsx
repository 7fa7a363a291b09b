/** The room that the rows of a long table take which are not drawn, in pixels. */
export function VirtualRoom({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height === 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty cell takes no focus
    <tr aria-hidden="true">
      <td colSpan={columns} className="room" style={{ height }} />
    </tr>
  );
}
