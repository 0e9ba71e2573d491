import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';

export interface ButtonProps {
  children: ComponentChildren;
  kind?: 'full' | 'outline' | 'plain';
  /** A link that looks like a gesture. */
  href?: string;
  icon?: IconName;
  name?: string;
  value?: string;
  type?: 'submit' | 'button' | 'reset';
}

export function Button({ children, kind = 'full', href, icon, name, value, type = 'submit' }: ButtonProps) {
  const inside = (
    <>
      {icon && <Icon name={icon} />} {children}
    </>
  );
  return href ? (
    <a class={`button ${kind}`} href={href}>
      {inside}
    </a>
  ) : (
    <button class={`button ${kind}`} type={type} name={name} value={value}>
      {inside}
    </button>
  );
}
