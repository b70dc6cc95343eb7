import { Notice } from "../ui/notice.tsx";
import { RemoveDemo } from "./remove-demo.tsx";

/** Tells a newcomer that the company shown is made up, and whoever may, how to be rid of it. */
export function DemoNotice({ demo }: { demo: { interfaces: number; mayRemove: boolean } }) {
  if (demo.interfaces === 0) return null;
  return (
    <Notice className="mt-4" action={demo.mayRemove ? <RemoveDemo interfaces={demo.interfaces} /> : null}>
      {`${demo.interfaces} interfaces here belong to a demo: a made-up rail freight company, to look around in.${demo.mayRemove ? "" : " An administrator can remove it."}`}
    </Notice>
  );
}
