/** The slug under which an installation publishes its own REST interface: a tool, and no part of what its people look after. */
export const ownInterface = "intermesh";
