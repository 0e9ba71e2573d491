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
  /** Another address than the form's own: the second gesture of one form. */
  formAction?: string;
}

export function Button({ children, kind = 'full', href, icon, name, value, type = 'submit', formAction }: ButtonProps) {
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
    <button class={`button ${kind}`} type={type} name={name} value={value} formAction={formAction}>
      {inside}
    </button>
  );
}
