"use client";
import type { ReactNode } from "react";
import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { IconButton } from "./icon-button.tsx";

const manager = Toast.createToastManager();

/** Says that something was done, from any client code. What must not be missed stands on the page instead. */
export function toast(title: ReactNode, description?: ReactNode) {
  manager.add({ title, description, timeout: 5000 });
}

/** Mounted once, in the shell. */
export function Toaster() {
  return (
    <Toast.Provider toastManager={manager}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-16 z-50 flex w-80 max-w-[calc(100vw-32px)] flex-col gap-2 md:bottom-4">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((item) => (
    <Toast.Root
      key={item.id}
      toast={item}
      className="flex items-start gap-2 rounded-md border border-line bg-raised py-2 pr-1 pl-3 text-sm shadow-pop transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
    >
      <div className="min-w-0 flex-1 py-0.5">
        <Toast.Title className="font-medium" />
        <Toast.Description className="text-muted" />
      </div>
      <Toast.Close render={<IconButton label="Dismiss"><X aria-hidden="true" /></IconButton>} />
    </Toast.Root>
  ));
}
