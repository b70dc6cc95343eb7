import type { Metadata } from "next";
import { ProfileForm } from "#components/settings/profile-form.tsx";
import { SettingsFrame } from "#components/settings/settings-frame.tsx";
import { passwordCharactersMin } from "#lib/auth/create-auth.ts";
import { findViewer } from "#lib/auth/find-viewer.ts";
import { personContext } from "#lib/auth/request-context.ts";
import { getProfile } from "#lib/catalog/people/profile.ts";
import { changeProfileAction } from "./profile-actions.ts";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const ctx = await personContext();
  const [profile, viewer] = await Promise.all([getProfile({ ctx }), findViewer({ ctx })]);
  return (
    <SettingsFrame current="profile" title="Profile">
      <ProfileForm profile={profile} teams={viewer?.teams ?? []} passwordCharactersMin={passwordCharactersMin} action={changeProfileAction} />
    </SettingsFrame>
  );
}
