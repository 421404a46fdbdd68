/** WeChat wants the id of the button that was pressed, to believe that a person agreed. */
export const agreeButtonId = 'agree-privacy';
