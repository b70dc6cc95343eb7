"use client";
import { useState } from "react";
import { useRouter } from "next/navigation";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";
import { toast } from "../ui/toaster.tsx";

/** Asks once, then takes the demo out. */
export function RemoveDemo({ interfaces }: { interfaces: number }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [state, setState] = useState<{ busy: boolean; problem: string | null }>({ busy: false, problem: null });

  async function remove() {
    setState({ busy: true, problem: null });
    const problem = await removeDemo();
    setState({ busy: false, problem });
    if (problem) return;
    setIsOpen(false);
    toast("The demo is removed");
    router.refresh();
  }

  return (
    <Dialog
      title="Remove the demo?"
      description={`Its ${interfaces} interfaces, and the services, teams and domains that nothing else uses, are deleted. What you published stays.`}
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button size="sm">Remove the demo</Button>}
      footer={
        <>
          <Button variant="ghost" onClick={() => setIsOpen(false)}>
            Keep it
          </Button>
          <Button variant="danger" disabled={state.busy} onClick={() => void remove()}>
            {state.busy ? "Removing…" : "Remove the demo"}
          </Button>
        </>
      }
    >
      {state.problem ? <Notice level="error">{state.problem}</Notice> : null}
    </Dialog>
  );
}

/** What went wrong, or `null`. */
async function removeDemo(): Promise<string | null> {
  try {
    const response = await fetch("/api/v1/demo", { method: "DELETE" });
    if (response.ok) return null;
    const problem = (await response.json().catch(() => null)) as { detail?: string } | null;
    return problem?.detail ?? `The server answered ${response.status}. Nothing was removed.`;
  } catch {
    return "The server did not answer. Try again.";
  }
}
