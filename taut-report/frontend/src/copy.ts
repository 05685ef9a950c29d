// Buttons that copy the command beside them.

export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const source = button.parentElement?.querySelector("pre");
    if (!source) {
      continue;
    }
    button.hidden = false;
    button.addEventListener("click", () => {
      void copy(source).then((done) => {
        button.textContent = done ? "Copied" : "Select and copy by hand";
        setTimeout(() => (button.textContent = "Copy"), 2000);
      });
    });
  }
}

async function copy(source: HTMLElement): Promise<boolean> {
  const selection = getSelection();
  selection?.selectAllChildren(source);
  try {
    await navigator.clipboard.writeText(source.textContent ?? "");
    selection?.removeAllRanges();
    return true;
  } catch {
    // Refused or unavailable: the text stays selected, ready for the keyboard.
    return false;
  }
}
