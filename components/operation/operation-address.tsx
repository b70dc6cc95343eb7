/** A path or channel address with its parameters set apart. */
export function OperationAddress({ address }: { address: string }) {
  return address.split(/(\{[^{}]*\})/).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="text-accent">
        {part}
      </span>
    ) : (
      // A path may break after a slash, nowhere else first.
      part.split(/(?<=[/.])/).map((piece, at) => (
        <span key={`${index}.${at}`}>
          {piece}
          <wbr />
        </span>
      ))
    ),
  );
}
