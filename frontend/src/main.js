// Wires the atlas page together.
export {};
