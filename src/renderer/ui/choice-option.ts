/** One thing that can be chosen from a Select, a ComboBox or a TagPicker. */
export interface ChoiceOption<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** A second line that helps to choose. */
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}
