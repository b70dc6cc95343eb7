import { buttonClass } from "../ui/button.tsx";

/** The way to the company's sign-in, above the one with a password. It leaves this site, so it is a plain link. */
export function CompanySignIn({ name, next }: { name: string; next: string }) {
  const href = next === "/" ? "/sign-in/company" : `/sign-in/company?next=${encodeURIComponent(next)}`;
  return (
    <>
      <a href={href} className={buttonClass({ variant: "primary" })}>
        Continue with {name}
      </a>
      <p className="flex items-center gap-3 text-xs text-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">or with a password</p>
    </>
  );
}
