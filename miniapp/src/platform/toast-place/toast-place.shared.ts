/** Something short to say; `undo` takes back what was done. */
export interface Message {
  id: number;
  text: string;
  undo?: { label: string; run: () => void };
}

export interface ToastPlaceProps {
  message: Message | null;
  onUndone: () => void;
}
